/** Collapses cards or gives them a colour. The text does not change. */
import type { CardLook, Gesture } from "../model.ts"
import type { Draft } from "./draft.ts"
import { type Done, requireCard } from "./outcome.ts"

export function styleGroups(
  draft: Draft,
  { groupIds, look }: Extract<Gesture, { kind: "styleGroups" }>,
): Done {
  const looks: Record<string, CardLook> = { ...draft.layout.looks }
  for (const id of groupIds) {
    requireCard(draft, id)
    const next = mergeLook(looks[id] ?? {}, look)
    if (Object.keys(next).length === 0) delete looks[id]
    else looks[id] = next
  }
  return { draft: { ...draft, layout: { ...draft.layout, looks } } }
}

/** Keeps only what differs from the usual look. */
function mergeLook(
  before: CardLook,
  { isCollapsed = before.isCollapsed ?? false, color = before.color ?? null }: StyleChange,
): CardLook {
  return { ...(isCollapsed && { isCollapsed }), ...(color !== null && { color }) }
}

type StyleChange = Extract<Gesture, { kind: "styleGroups" }>["look"]
