import { md5 as md5OfBytes } from "../digests/md5.ts"
import { encodeUtf8 } from "../digests/utf8.ts"
import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const md5 = defineFunction({
  name: "MD5",
  forms: ["MD5({text})"],
  arity: [1, 1],
  group: "format",
  summary: "Gives the MD5 digest of a text, for services that ask for it.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: [],
  example: 'PRINT MD5("a")',
  evaluate: (args, env) => {
    const text = textAt(args, 0, env)
    env.spend(text.length)
    return md5OfBytes(encodeUtf8(text))
  },
})
