import { expect, it } from "vitest"
import { applyGesture, emptyLayout, openDocument } from "#basic"
import { placeAfterShift } from "./use-step-keys.ts"

const document = openDocument('TALK "a"\nTALK "b"\nTALK "c"\n', emptyLayout)
const groups = document.flows[0]?.groups ?? []
const steps = groups[0]?.steps ?? []
const shift = (at: number, by: -1 | 1): string | null => {
  const stepId = steps[at]?.id ?? ""
  const place = placeAfterShift(groups, groups[0]?.id ?? "", stepId, by)
  if (!place) return null
  const result = applyGesture(document, { kind: "moveStep", stepId, ...place })
  return result.ok ? result.document.source.replaceAll(/TALK |"|\n/g, "") : null
}

it("moves a step one place down or up", () => {
  expect(shift(0, 1)).toBe("bac")
  expect(shift(1, 1)).toBe("acb")
  expect(shift(2, -1)).toBe("acb")
  expect(shift(1, -1)).toBe("bac")
})
it("moves nothing beyond the ends of a card", () => {
  expect(shift(0, -1)).toBeNull()
  expect(shift(2, 1)).toBeNull()
})
