import { numberAt } from "../functions/arguments.ts"
import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const range = defineFunction({
  name: "RANGE",
  forms: ["RANGE({from}, {to}[, {step}])"],
  arity: [2, 3],
  group: "list",
  summary: "Makes a list of numbers, both ends included.",
  params: {
    from: { kind: "number", doc: "The first number." },
    to: { kind: "number", doc: "The last number." },
    step: { kind: "number", doc: "The distance; 1 or -1 when left out." },
  },
  result: "list",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.bad_value"],
  example: "PRINT RANGE(1, 4)",
  evaluate: (args, env) => {
    const from = numberAt("RANGE", args, 0, env)
    const to = numberAt("RANGE", args, 1, env)
    const step = args.length < 3 ? (to < from ? -1 : 1) : numberAt("RANGE", args, 2, env)
    if (step === 0) env.fail("basic.bad_value", { name: "RANGE", found: "0", expected: "a step" })
    const count = Math.max(0, Math.floor((to - from) / step + 1e-9) + 1)
    env.needCells(count)
    env.spend(count)
    return new ListValue(Array.from({ length: count }, (_, index) => from + index * step))
  },
})
