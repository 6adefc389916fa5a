/** Which bodies lie around a place. */
import type { BlockPlace } from "../cards.ts"
import { type Draft, locate } from "./draft.ts"

/** Whether `target` is the same body as `from`, or one around it: where an edge may lead. */
export function isSameOrAround(draft: Draft, from: BlockPlace, target: BlockPlace): boolean {
  for (let place: BlockPlace | null = from; place !== null; place = placeAround(draft, place)) {
    if (isSamePlace(place, target)) return true
  }
  return false
}

/** The body that holds the statement whose body this is. */
export function placeAround(draft: Draft, { ownerId }: BlockPlace): BlockPlace | null {
  return ownerId === null ? null : (locate(draft, ownerId)?.place ?? null)
}

export const isSamePlace = (a: BlockPlace, b: BlockPlace): boolean =>
  a.ownerId === b.ownerId && a.outlet === b.outlet
