/**
 * Gives the body of a branch a place of its own, so that other edges can lead to it.
 *
 * The branch keeps a GOTO; its lines move behind the groups around, under a label, and go on with a GOTO
 * to where the branch would have joined. Bodies of loops and flows stay: nothing leads into them.
 */

import type { Card } from "../cards.ts"
import { lineBreakOf } from "../lines.ts"
import { blockAt, cardsOf, type Draft, findCard, revise } from "./draft.ts"
import { endOfHome, endWord, homeOf, runsOn } from "./home.ts"
import { ensureLabel, findLabelId, flowNameOf, freeLabel, renameCard } from "./labels.ts"
import { openBody } from "./open-body.ts"
import { refuse, requireCard, requireLocated } from "./outcome.ts"
import { isSameOrAround, placeAround } from "./reach.ts"
import { slotAt } from "./regions.ts"
import { copyLines, insertLines, shiftCarries } from "./write.ts"

/** Makes a card reachable from another; its id changes when it is the first of a branch. */
export function reach(
  draft: Draft,
  from: Card,
  targetId: string,
): { draft: Draft; targetId: string } {
  const target = requireCard(draft, targetId)
  if (from.flowId !== target.flowId) refuse("basic.canvas_other_flow", {})
  if (isSameOrAround(draft, from.block, target.block)) return { draft, targetId }
  const { ownerId } = target.block
  const { kind } = requireLocated(draft, ownerId ?? "").statement
  if (kind !== "IfStatement" && kind !== "SelectStatement") refuse("basic.canvas_into_body", {})
  // What would still lie inside a loop is not worth a change.
  const around = placeAround(draft, target.block)
  if (around === null || !isSameOrAround(draft, from.block, homeOf(draft, around))) {
    refuse("basic.canvas_into_body", {})
  }
  const hoisted = hoistBody(draft, target)
  return reach(hoisted.draft, findCard(hoisted.draft, from.id) ?? from, hoisted.cardId)
}

/** Moves the whole body a card stands in. */
function hoistBody(draft: Draft, card: Card): { draft: Draft; cardId: string } {
  const opened = openBody(draft, card)
  const marked = markFollow(opened.draft, opened.card)
  const { block, flowId } = opened.card
  const place = { ...block }
  const count = blockAt(marked.draft, place)!.statements.length
  const flow = flowNameOf(marked.draft, flowId)
  const home = homeOf(marked.draft, place)
  const end = endOfHome(marked.draft, home)
  const title = marked.draft.layout.titles[card.id] ?? "steps"
  const label = freeLabel(marked.draft, flow, title)
  const lineBreak = lineBreakOf(marked.draft.source)
  const lines = copyLines(marked.draft, place, 0, count, end.indent)
  const before = runsOn(marked.draft, home)
    ? [end.indent + endWord(marked.draft, { block: home, flowId })]
    : []
  const head = [...before, "", `${end.indent}${label}:`, ""].join(lineBreak)
  const tail = marked.label === null ? "" : `${lineBreak}${end.indent}GOTO ${marked.label}`
  const { indent } = slotAt(marked.draft, place, 0)
  const moved = revise(marked.draft, [
    { span: lines.region, text: `${indent}GOTO ${label}${lineBreak}` },
    insertLines(marked.draft, end, {
      text: head + lines.text + tail,
      carries: shiftCarries(lines.carries, head.length),
    }),
  ])
  const labelId = findLabelId(moved, flow, label)
  return card.inline === null
    ? { draft: moved, cardId: card.id }
    : { draft: renameCard(moved, card.id, labelId), cardId: labelId }
}

/** The label of what follows the step of the branch; null when nothing does, or the loop goes round. */
function markFollow(draft: Draft, card: Card): { draft: Draft; label: string | null } {
  const last = lastCard(draft, card)
  const follow =
    last.falls && last.exitAt === null && last.follow !== null ? findCard(draft, last.follow) : null
  const isLoop = card.loops.at(-1)?.cardId === follow?.id
  if (follow === null || isLoop) return { draft, label: null }
  const marked = ensureLabel(draft, follow)
  return { draft: marked.draft, label: marked.label }
}

/** The card that ends the body. */
function lastCard(draft: Draft, card: Card): Card {
  const { statements } = blockAt(draft, card.block)!
  const behind = (other: Card): number => (other.exitAt === null ? other.end : other.exitAt + 1)
  const isLast = (other: Card): boolean =>
    other.block.ownerId === card.block.ownerId &&
    other.block.outlet === card.block.outlet &&
    behind(other) === statements.length
  return cardsOf(draft).findLast(isLast) ?? card
}
