/** Removes several groups with one gesture. */
import type { Gesture } from "../model.ts"
import { type Draft, findCard } from "./draft.ts"
import type { Done } from "./outcome.ts"
import { removeGroup } from "./remove-group.ts"

export function removeGroups(
  draft: Draft,
  { groupIds }: Extract<Gesture, { kind: "removeGroups" }>,
): Done {
  let left = draft
  for (const groupId of groupIds) {
    // An inline group may have gone with the one before it.
    if (left !== draft && findCard(left, groupId) === null) continue
    left = removeGroup(left, { kind: "removeGroup", groupId }).draft
  }
  return { draft: left }
}
