import { checkRange, wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const chr = defineFunction({
  name: "CHR",
  forms: ["CHR({code})"],
  arity: [1, 1],
  group: "text",
  summary: "Gives the character of a code.",
  params: {
    code: { kind: "number", doc: "A Unicode code point." },
  },
  result: "text",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.out_of_range"],
  example: "PRINT CHR(65)",
  evaluate: (args, env) => {
    const code = checkRange("The code of CHR", wholeAt("CHR", args, 0, env), 0, 0x10ffff, env)
    return code >= 0xd800 && code <= 0xdfff ? "\ufffd" : String.fromCodePoint(code)
  },
})
