import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isLike } from "./like.ts"
import { Meter } from "./meter.ts"
import { defaultTurnLimits } from "./outcome.ts"
import { findText } from "./search.ts"
import { turn } from "./testing/run-source.ts"

const newMeter = () => new Meter(turn, defaultTurnLimits, () => 0)

/** The plain meaning of a pattern, slow and obvious. */
function fits(text: string, pattern: string): boolean {
  if (pattern === "") return text === ""
  const [first] = pattern
  if (first === "%" || first === "*")
    return fits(text, pattern.slice(1)) || (text !== "" && fits(text.slice(1), pattern))
  if (text === "") return false
  return (
    (first === "?" || first === "_" || first === text[0]) && fits(text.slice(1), pattern.slice(1))
  )
}

describe("LIKE", () => {
  it("means what its jokers say, on every pattern", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 12 })
    const patterns = fc.string({
      unit: fc.constantFrom("a", "b", "%", "*", "?", "_"),
      maxLength: 8,
    })
    fc.assert(
      fc.property(letters, patterns, (text, pattern) => {
        expect(isLike(newMeter(), text, pattern)).toBe(fits(text, pattern))
      }),
      { numRuns: 2000 },
    )
  })

  it("takes time in proportion to the text, however many stars there are", () => {
    const meter = newMeter()
    const text = "a".repeat(200_000)
    expect(isLike(meter, text, `${"%a".repeat(500)}%b`)).toBe(false)
    expect(isLike(meter, text, `%${"a".repeat(50_000)}b%`)).toBe(false)
    expect(meter.spent).toBeLessThan(400_000)
  })
})

describe("searching in text", () => {
  it("finds the same place as a plain search, for patterns of any length", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 200 })
    const patterns = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 30, maxLength: 40 })
    fc.assert(
      fc.property(texts, patterns, fc.nat(20), (text, pattern, from) => {
        const whole = text + pattern + text
        expect(findText(newMeter(), whole, pattern, from)).toBe(whole.indexOf(pattern, from))
      }),
    )
  })
})
