import { describe, expect, it } from "vitest"
import { cellText, isEditable, readCell } from "./cell-text.ts"

const any = { type: "any" } as const

describe("a cell", () => {
  it("is shown as text, a list or object as JSON, nothing as nothing", () => {
    expect([5, true, "a", null, ["x"], { a: 1 }].map(cellText)).toEqual([
      "5",
      "true",
      "a",
      "",
      '["x"]',
      '{"a":1}',
    ])
  })

  it("keeps its kind when it is edited", () => {
    expect(readCell("7", any, 5)).toBe(7)
    expect(readCell("7", any, "5")).toBe("7")
    expect(readCell("false", any, true)).toBe(false)
    expect(readCell("", any, 5)).toBeNull()
  })

  it("is a number in a new row where the text prints as one, so that 04 stays a code", () => {
    expect(readCell("12", any, undefined)).toBe(12)
    expect(readCell("04", any, undefined)).toBe("04")
    expect(readCell("12", { type: "text" }, undefined)).toBe("12")
  })

  it("is not edited when it holds a list or an object", () => {
    expect([["a"], { a: 1 }, null, "a"].map(isEditable)).toEqual([false, false, true, true])
  })
})
