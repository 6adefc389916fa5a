import { describe, expect, it } from "vitest"
import { evaluate, faultOf } from "./testing/run-source.ts"

describe("arithmetic", () => {
  it("joins with + as soon as one side is text, whatever the other side is", () => {
    expect(evaluate('"a" + 1')).toBe("a1")
    expect(evaluate('1 + ". " + TRUE')).toBe("1. true")
    expect(evaluate('"5" + 3')).toBe("53")
    expect(evaluate('"a" + NULL + "b"')).toBe("ab")
    expect(evaluate('"x" + [1, {"a": NULL}]')).toBe('x[1,{"a":null}]')
  })

  it("joins with & even where both sides are numbers", () => {
    expect(evaluate("1 & 2")).toBe("12")
  })

  it("converts numeric text for every operator but +", () => {
    expect(evaluate('"6" * "7"')).toBe(42)
    expect(evaluate('" 10 " - 1')).toBe(9)
    expect(evaluate('"9" / 2')).toBe(4.5)
    expect(evaluate('-"4"')).toBe(-4)
    expect(evaluate('+"4"')).toBe(4)
  })

  it("counts null and empty text as nothing", () => {
    expect(evaluate("missing + 1")).toBe(1)
    expect(evaluate('"" * 5')).toBe(0)
    expect(evaluate("NULL + NULL")).toBeNull()
  })

  it("refuses text that is no number and says what it found", () => {
    expect(faultOf('x = "many" * 2')).toMatchObject({
      code: "basic.not_a_number",
      message: '* needs numbers, but "many" is no number.',
      line: 1,
    })
    expect(faultOf("x = [1] - 1").message).toBe('- needs numbers, but "a list" is no number.')
  })

  it("divides, cuts and takes remainders with the sign of the left side", () => {
    expect(evaluate("7 / 2")).toBe(3.5)
    expect(evaluate("-7 \\ 2")).toBe(-3)
    expect(evaluate("-7 MOD 3")).toBe(-1)
    expect(evaluate("7.5 MOD 2")).toBe(1.5)
  })

  it("raises an error for a division by zero of any kind", () => {
    for (const operation of ["1 / 0", "1 \\ 0", "n MOD m", "0 ^ -1"])
      expect(faultOf(`n = 1\nm = 0\nx = ${operation}`)).toMatchObject({
        code: "basic.division_by_zero",
        line: 3,
      })
  })

  it("raises powers from the right", () => {
    expect(evaluate("2 ^ 3 ^ 2")).toBe(512)
  })

  it("never lets a number become infinite", () => {
    const big = `1${"0".repeat(300)}`
    for (const operation of ["x * x", "x ^ 2", "y + y", "-y - y", "y * 2", "x / 0.0000000001"])
      expect(faultOf(`x = ${big}\ny = x * 100000000\nz = ${operation}`)).toMatchObject({
        code: "basic.bad_value",
      })
  })

  it("prints numbers with at most 15 significant digits", () => {
    expect(evaluate('"" + (0.1 + 0.2)')).toBe("0.3")
    expect(evaluate('"" + 1 / 3')).toBe("0.333333333333333")
    expect(evaluate('"" + 100 * 1.1')).toBe("110")
    expect(evaluate('"" + 0.0000001')).toBe("0.0000001")
    expect(evaluate('"" + -0')).toBe("0")
  })

  it("puts lists together with +", () => {
    expect(evaluate("[1] + [2, 3]")).toEqual([1, 2, 3])
  })

  it("moves dates by seconds and durations, and measures between them", () => {
    expect(evaluate('"" + (NOW() + 15 * 60)')).toBe("2026-03-14 15:24:26")
    expect(evaluate('"" + (NOW() - DAYS(7))')).toBe("2026-03-07 15:09:26")
    expect(evaluate('"" + (TODAY() + DAYS(1))')).toBe("2026-03-15")
    expect(evaluate("NOW() + HOURS(2) - NOW()")).toBe(7200)
    expect(evaluate("NOW() - TODAY() < DAYS(1)")).toBe(true)
    expect(faultOf("d = NOW() + 1000000000000000")).toMatchObject({ code: "basic.bad_value" })
  })

  it("keeps durations durations when they are added and scaled", () => {
    expect(evaluate('"" + (TODAY() + DAYS(1) * 2)')).toBe("2026-03-16")
    expect(evaluate('"" + (TODAY() + (DAYS(1) + DAYS(2)))')).toBe("2026-03-17")
    expect(evaluate("DAYS(1) / HOURS(1)")).toBe(24)
  })
})
