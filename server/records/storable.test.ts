import { expect, it } from "vitest"
import { storableJson, storableText } from "./storable.ts"

it("leaves every text alone that Postgres can keep", () => {
  expect(storableText("héllo 😀\n\\u0000")).toBe("héllo 😀\n\\u0000")
  expect(storableJson({ a: "x\\u0000 and \\ud83d as written" })).toBe(
    JSON.stringify({ a: "x\\u0000 and \\ud83d as written" }),
  )
})

it("replaces NUL and halves of surrogate pairs in values and keys, however deep", () => {
  const text = storableJson({ "k\0": ["a\0b", { deep: "\ud83d" }], plain: 1 })
  expect(JSON.parse(text)).toEqual({ "k\ufffd": ["a\ufffdb", { deep: "\ufffd" }], plain: 1 })
})

it("keeps a key named __proto__ a key", () => {
  const text = storableJson(JSON.parse('{"__proto__":{"x\\u0000":"\\u0000"}}'))
  expect(text).toBe('{"__proto__":{"x\ufffd":"\ufffd"}}')
})
