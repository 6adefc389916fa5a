import { decodeBase64 } from "../digests/base64.ts"
import { decodeUtf8 } from "../digests/utf8.ts"
import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const base64Decode = defineFunction({
  name: "BASE64_DECODE",
  forms: ["BASE64_DECODE({text})"],
  arity: [1, 1],
  group: "format",
  summary: "Decodes base64 to text.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: ["basic.bad_value"],
  example: 'PRINT BASE64_DECODE("aGVsbG8=")',
  evaluate: (args, env) => {
    const text = textAt(args, 0, env)
    env.spend(text.length)
    const bytes = decodeBase64(text)
    return bytes
      ? decodeUtf8(bytes)
      : env.fail("basic.bad_value", { name: "BASE64_DECODE", found: text, expected: "base64" })
  },
})
