/** Makes room in bodies that stand on one line. */
import type { Card } from "../cards.ts"
import { expandInline } from "./branches.ts"
import { type Draft, findCard, locate } from "./draft.ts"

/** Writes the one-line IF that holds this card, if one does, over several lines. The card keeps its id. */
export function openBody(draft: Draft, card: Card): { draft: Draft; card: Card } {
  const { ownerId } = card.block
  const owner = ownerId === null ? null : locate(draft, ownerId)
  if (owner?.statement.kind !== "IfStatement" || !owner.statement.isInline) return { draft, card }
  const opened = expandInline(draft, owner.id)
  return { draft: opened, card: findCard(opened, card.id) ?? card }
}
