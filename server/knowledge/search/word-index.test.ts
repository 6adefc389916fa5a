import { expect, test } from "vitest"
import { WordIndexBuilder } from "./word-index.ts"

const texts = ["tea price", "open day", "open day week", "price tea tea-room", "open", "dog"]
const build = (all: readonly string[]) => {
  const builder = new WordIndexBuilder()
  for (const [at, text] of all.entries()) builder.add({ id: `chk_${at}`, stems: text.split(" ") })
  return builder.finish()
}
const index = build(texts)
const word = (weight: number, ...stems: string[]) => ({
  ...{ stems, weight },
  count: index.count(stems),
})

test("passages are counted once, whichever forms of a word they have", () => {
  expect([index.count(["open"]), index.count(["tea", "price"])]).toEqual([3, 2])
  expect([index.count(["unicorn", "dog"]), index.count(["unicorn"])]).toEqual([1, 0])
})

test("what has the weightiest words comes first, and what was made first of those that have the same", () => {
  const words = [word(0.5, "open"), word(0.9, "week"), word(0.2, "tea", "dog"), word(1, "unicorn")]
  const found = ["chk_2", "chk_1", "chk_4", "chk_0", "chk_3", "chk_5"]
  expect(index.find(words, 9)).toEqual(found)
  expect(index.find(words, 2)).toEqual(found.slice(0, 2))
  expect(index.find([word(1, "unicorn")], 9)).toEqual([])
  // Nothing of one question is left for the next.
  expect(index.find(words, 9)).toEqual(found)
})

test("where all words are common, passages need two of them", () => {
  const many = build(Array.from({ length: 1_200 }, (_, at) => (at < 1_100 ? "open" : "open week")))
  const both = ["open", "week"].map((stem) => ({ stems: [stem], weight: 1, count: 1_000 }))
  expect(many.count(["open"])).toBe(1_000)
  expect(many.find(both, 2)).toEqual(["chk_1100", "chk_1101"])
})
