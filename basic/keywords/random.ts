import { wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const random = defineFunction({
  name: "RANDOM",
  forms: ["RANDOM([[{low}, ]{high}])"],
  arity: [0, 2],
  group: "number",
  summary:
    "Gives a random whole number between two numbers, both included; without any, a number from 0 up to 1.",
  params: {
    low: { kind: "number", doc: "The least number; 1 when only one is given." },
    high: { kind: "number", doc: "The greatest number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT RANDOM(1, 6) <= 6",
  evaluate: (args, env) => {
    if (args.length === 0) return env.random()
    const first = args.length === 1 ? 1 : wholeAt("RANDOM", args, 0, env)
    const second = wholeAt("RANDOM", args, args.length - 1, env)
    const low = Math.min(first, second)
    return low + Math.floor(env.random() * (Math.max(first, second) - low + 1))
  },
})
