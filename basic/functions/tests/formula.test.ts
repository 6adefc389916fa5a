import { describe, expect, it } from "vitest"
import { Raised } from "../../vm/errors.ts"
import { fromJson } from "../../vm/json.ts"
import type { Json } from "../../vm/value.ts"
import { calculateFormula } from "../formula.ts"
import { validateValue } from "../validate-value.ts"
import { newEnv } from "./case.ts"

/** The error a function raises, as its code and facts. */
function raisedBy(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Raised) return JSON.stringify([error.code, error.facts])
  }
  return "nothing was raised"
}

describe("CALCULATE", () => {
  const values = fromJson({ price: 10, Rate: 0.2, "line.count": 3, text: "4", word: "x" })
  const calculate = (formula: string) => calculateFormula(formula, values, newEnv())

  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["2 ^ 3 ^ 2", 512],
    ["-2 ^ 2", -4],
    ["2 ** 3", 8],
    ["7 \\ 2 + 7 % 4 + 7 MOD 4", 9],
    [".5 + 1e2", 100.5],
    ["price * (1 + rate)", 12],
    ["line.count * text", 12],
    ["ROUND(price / 3, 2)", 3.33],
    ["max(1, 5, 3) - min(2, 4) + sqrt(9)", 6],
    ["--3", 3],
  ])("works out %s", (formula, result) => {
    expect(calculate(formula)).toBeCloseTo(result, 10)
  })

  it.each([
    ["", "a value is missing at its end"],
    ["1 +", "a value is missing at its end"],
    ["(1", '")" is missing'],
    ["1 2", '"2" is one too many'],
    ["other * 2", "there is no value for other"],
    ["eval(1)", "there is no function eval"],
    ["constructor", "there is no value for constructor"],
    ["a; b", '"; b" is no part of a formula'],
    ["10 ^ 999", "its result is no number"],
    ["(".repeat(99), "it is nested too deep"],
    ["-".repeat(99), "it is nested too deep"],
    ["1+".repeat(1_500), "it is longer than 2000 characters"],
  ])("says why it cannot read %s", (formula, reason) => {
    expect(raisedBy(() => calculate(formula))).toContain(JSON.stringify(reason).slice(1, -1))
  })

  it("raises what arithmetic raises", () => {
    expect(raisedBy(() => calculate("1 / 0"))).toContain("basic.division_by_zero")
    expect(raisedBy(() => calculate("word * 2"))).toContain("basic.not_a_number")
  })
})

describe("VALIDATE", () => {
  const validate = (value: Json, rule: Json) =>
    validateValue(fromJson(value), fromJson(rule), newEnv())

  it.each([
    ["ana@example.org", "email", true],
    ["ana", "EMAIL", false],
    ["", "email", false],
    ["", "required", false],
    [0, "required", true],
    [null, "required", false],
    [5, "min:3", true],
    [2, "min:3", false],
    ["abc", "min:3", true],
    ["äöüx", "max:4", true],
    [[1, 2], "length:1-2", true],
    ["x", "length 2-5", false],
    ["x", "length:1", true],
    ["12", "required|integer|max:2", true],
    ["123", ["integer", "max:2"], false],
    ["2025-02-30", "date", false],
  ] as const)("of %j against %j is %s", (value, rule, isValid) => {
    expect(validate(value as Json, rule as Json)).toBe(isValid)
  })

  it("knows its rules", () => {
    expect(raisedBy(() => validate("x", "pretty"))).toContain('["basic.bad_rule",{"found":"pretty"')
  })
})
