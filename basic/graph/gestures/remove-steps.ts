/** Removes steps with everything that belongs to them. */
import type { Span } from "../../source/span.ts"
import type { Gesture } from "../model.ts"
import { type Draft, findStep, revise } from "./draft.ts"
import { openBody } from "./open-body.ts"
import { type Done, requireStep } from "./outcome.ts"
import { regionOf } from "./regions.ts"
import { removeLines } from "./write.ts"

export function removeSteps(
  draft: Draft,
  { stepIds }: Extract<Gesture, { kind: "removeSteps" }>,
): Done {
  let opened = draft
  for (const id of stepIds) opened = openBody(opened, requireStep(opened, id).card).draft
  const regions = stepIds.map((id) => stepRegion(opened, id))
  return {
    draft: revise(
      opened,
      joinRegions(regions).map((region) => removeLines(opened, region)),
    ),
  }
}

/** The lines of a step: for a menu those of its SELECT CASE as well. */
export function stepRegion(draft: Draft, id: string): Span {
  const { card, placed } = findStep(draft, id)!
  const length = placed.step.select === null ? 1 : 2
  return regionOf(draft, card.block, placed.at, placed.at + length)
}

/** Regions in order; those that touch or lie inside others become one. */
function joinRegions(regions: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const region of regions.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || region.start > last.end) joined.push(region)
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, region.end) }
  }
  return joined
}
