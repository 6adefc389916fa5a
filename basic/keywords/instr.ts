import { textAt, wholeAt } from "../functions/arguments.ts"
import { findChars } from "../functions/chars.ts"
import { defineFunction } from "./define.ts"

export const instr = defineFunction({
  name: "INSTR",
  forms: ["INSTR([{start}, ]{text}, {part})"],
  arity: [2, 3],
  group: "text",
  summary: "Finds where a part first occurs in a text, counted from 1; 0 when it does not.",
  params: {
    start: { kind: "any", doc: "The character to begin at, counted from 1; may be left out." },
    text: { kind: "any", doc: "The text to search." },
    part: { kind: "any", doc: "What to look for, case and all." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT INSTR("Botwright", "w")',
  evaluate: (args, env) => {
    const isStartLast =
      args.length > 2 && typeof args[0] !== "number" && typeof args[2] === "number"
    const operands = args.length < 3 || isStartLast ? args : args.slice(1)
    const text = textAt(operands, 0, env)
    const part = textAt(operands, 1, env)
    const start = args.length < 3 ? 1 : wholeAt("INSTR", args, isStartLast ? 2 : 0, env)
    return part === "" ? 0 : findChars(env, text, part, Math.max(1, start) - 1) + 1
  },
})
