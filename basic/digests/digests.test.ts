import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { decodeBase64, encodeBase64 } from "./base64.ts"
import { md5 } from "./md5.ts"
import { sha256 } from "./sha256.ts"
import { encodeUtf8 } from "./utf8.ts"

const messages = [
  ...Array.from({ length: 200 }, (_, length) => "é€😀x".repeat(60).slice(0, length)),
  "a".repeat(100_000),
]

describe("digests", () => {
  it("agree with the host's on texts of every length around the block borders", () => {
    for (const message of messages) {
      const bytes = encodeUtf8(message)
      expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"))
      expect(md5(bytes)).toBe(createHash("md5").update(bytes).digest("hex"))
    }
  })
})

describe("base64", () => {
  it("agrees with the host and decodes to the same bytes", () => {
    for (const message of messages) {
      const bytes = encodeUtf8(message)
      const encoded = encodeBase64(bytes)
      expect(encoded).toBe(Buffer.from(bytes).toString("base64"))
      expect(decodeBase64(encoded)).toEqual(bytes)
    }
  })

  it("takes the form for addresses and refuses what is no base64", () => {
    expect(decodeBase64("_-8")).toEqual(Uint8Array.from([0xff, 0xef]))
    expect(["a", "a*bc", "====", "é"].map(decodeBase64)).toEqual([null, null, null, null])
  })
})
