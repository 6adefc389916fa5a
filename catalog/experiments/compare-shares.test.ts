import { describe, expect, it } from "vitest"
import { compareShares } from "./compare-shares.ts"

const of = (hits: number, total: number) => ({ hits, total })

describe("two shares side by side", () => {
  it("say nothing while there are few people, however clear it looks", () => {
    expect(compareShares(of(0, 0), of(0, 0)).verdict).toBe("too_few")
    expect(compareShares(of(1, 30), of(29, 30)).verdict).toBe("too_few")
    expect(compareShares(of(2, 400), of(5, 400)).verdict).toBe("too_few")
    expect(compareShares(of(50, 50), of(50, 50)).verdict).toBe("too_few")
  })

  it("give the textbook's figures", () => {
    const found = compareShares(of(100, 1_000), of(130, 1_000))
    expect(found.verdict).toBe("b")
    expect(found.difference).toBeCloseTo(0.03, 10)
    // z = 2.1028
    expect(found.chance).toBeCloseTo(0.0355, 4)
    expect(found.low).toBeCloseTo(0.0021, 4)
    expect(found.high).toBeCloseTo(0.0579, 4)
    expect(compareShares(of(130, 1_000), of(100, 1_000)).verdict).toBe("a")
  })

  it("find a difference by chance in about one of twenty comparisons of the same, and a true one nearly always", () => {
    let seed = 7
    const chance = () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return seed / 2 ** 32
    }
    const draw = (share: number) =>
      of(Array.from({ length: 400 }, chance).filter((n) => n < share).length, 400)
    const verdicts = (a: number, b: number) =>
      Array.from({ length: 400 }, () => compareShares(draw(a), draw(b)).verdict)
    const wrong = verdicts(0.5, 0.5).filter((verdict) => verdict !== "no_difference").length
    expect(wrong).toBeGreaterThan(5)
    expect(wrong).toBeLessThan(36)
    const right = verdicts(0.4, 0.55).filter((verdict) => verdict === "b").length
    expect(right).toBeGreaterThan(380)
  })
})
