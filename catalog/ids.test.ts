import { expect, test } from "vitest"
import { idOf, isId, newId } from "./ids.ts"

test("an id is its prefix and 26 characters of Crockford base32 in lower case", () => {
  expect(newId("bot")).toMatch(/^bot_[0-9a-hjkmnp-tv-z]{26}$/)
})

test("ids made in a later millisecond sort after earlier ones", () => {
  const ids = [1, 2, 1_000, 1_700_000_000_000, 1_700_000_000_001].map((ms) => newId("msg", ms))
  expect([...ids].sort()).toEqual(ids)
})

test("carries the version and variant bits of a UUIDv7", () => {
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
  const number = [...newId("bot").slice(4)].reduce(
    (sum, c) => sum * 32n + BigInt(alphabet.indexOf(c)),
    0n,
  )
  expect((number >> 76n) & 15n).toBe(7n)
  expect((number >> 62n) & 3n).toBe(2n)
})

test("never makes the same id twice in ten thousand", () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId("evt", 1))).size).toBe(10_000)
})

test("an id of another kind, another length or another type is refused", () => {
  const bot = newId("bot")
  expect(isId("bot", bot)).toBe(true)
  for (const wrong of [
    newId("org"),
    `${bot}0`,
    bot.slice(1),
    bot.toUpperCase(),
    `${bot}\n`,
    "",
    null,
    { $gt: "" },
    [bot],
  ]) {
    expect(isId("bot", wrong)).toBe(false)
    expect(idOf("bot").safeParse(wrong).success).toBe(false)
  }
})
