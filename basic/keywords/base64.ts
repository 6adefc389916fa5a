import { encodeBase64 } from "../digests/base64.ts"
import { encodeUtf8 } from "../digests/utf8.ts"
import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const base64 = defineFunction({
  name: "BASE64",
  forms: ["BASE64({text})"],
  aliases: ["BASE64_ENCODE"],
  arity: [1, 1],
  group: "format",
  summary: "Encodes a text as base64.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: [],
  example: 'PRINT BASE64("hello")',
  evaluate: (args, env) => {
    const text = textAt(args, 0, env)
    env.spend(text.length)
    env.needText(text.length * 2)
    return encodeBase64(encodeUtf8(text))
  },
})
