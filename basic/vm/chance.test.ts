import { describe, expect, it } from "vitest"
import { openChance } from "./chance.ts"

const draw = (seed: number | string, count: number) => {
  const next = openChance(seed)
  return Array.from({ length: count }, next)
}
const seeds = ["0".repeat(32), "f".repeat(32), "00112233445566778899aabbccddeeff"]

describe("the chance of a turn", () => {
  it("is the same for the same seed, and another for another", () => {
    for (const seed of [7, ...seeds]) expect(draw(seed, 50)).toEqual(draw(seed, 50))
    expect(draw(seeds[0]!, 4)).not.toEqual(draw(seeds[1]!, 4))
  })

  it("lies between 0 and 1 and is spread evenly", () => {
    for (const seed of [1, ...seeds]) {
      const drawn = draw(seed, 20_000)
      expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true)
      const tenths = Array.from({ length: 10 }, () => 0)
      for (const value of drawn) tenths[Math.floor(value * 10)]!++
      for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(250)
    }
  })

  it("tells seeds apart that differ in one bit anywhere", () => {
    const firsts = Array.from({ length: 32 }, (_, at) => {
      const seed = `${"0".repeat(at)}2${"0".repeat(31 - at)}`
      return draw(seed, 6).join()
    })
    expect(new Set(firsts).size).toBe(32)
  })
})
