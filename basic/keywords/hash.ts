import { md5 as md5OfBytes } from "../digests/md5.ts"
import { sha256 } from "../digests/sha256.ts"
import { encodeUtf8 } from "../digests/utf8.ts"
import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const hash = defineFunction({
  name: "HASH",
  forms: ["HASH({text}[, {algorithm}])"],
  arity: [1, 2],
  group: "format",
  summary: "Gives the digest of a text in hexadecimal digits.",
  params: {
    text: { kind: "text", doc: "The text." },
    algorithm: { kind: "text", doc: '"sha256", which is used when left out, or "md5".' },
  },
  result: "text",
  raises: ["basic.bad_value"],
  example: 'PRINT LEFT(HASH("a"), 8)',
  evaluate: (args, env) => {
    const text = textAt(args, 0, env)
    const algorithm =
      args.length < 2 ? "sha256" : textAt(args, 1, env).toLowerCase().replace("-", "")
    env.spend(text.length)
    if (algorithm === "sha256") return sha256(encodeUtf8(text))
    if (algorithm === "md5") return md5OfBytes(encodeUtf8(text))
    return env.fail("basic.bad_value", {
      name: "HASH",
      found: algorithm,
      expected: "sha256 or md5",
    })
  },
})
