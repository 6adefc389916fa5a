import { expect, it } from "vitest"
import { findIndex } from "./step-drag.ts"

const steps = [
  { top: 100, height: 40 },
  { top: 150, height: 80 },
]

it("drops before the first step whose middle lies below the pointer", () => {
  expect(findIndex(steps, 90)).toBe(0)
  expect(findIndex(steps, 119)).toBe(0)
  expect(findIndex(steps, 121)).toBe(1)
  expect(findIndex(steps, 189)).toBe(1)
})
it("drops after the last step below all of them, and first into an empty card", () => {
  expect(findIndex(steps, 191)).toBe(2)
  expect(findIndex([], 10)).toBe(0)
})
