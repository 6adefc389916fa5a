/**
 * Gives the body of a branch a place of its own, so that other edges can lead to it.
 *
 * The branch keeps a GOTO; its lines move behind the groups around, under a label, and go on with a GOTO
 * to where the branch would have joined. Bodies of loops and flows stay: nothing leads into them.
 */

import type { BlockPlace, Card } from "../cards.ts"
import { lineBreakOf } from "../lines.ts"
import { blockAt, cardsOf, type Draft, findCard, refindCard, revise } from "./draft.ts"
import { endOfHome, endWord, homeOf, runsOn } from "./home.ts"
import { ensureLabel, findLabelId, flowNameOf, freeLabel, renameCard } from "./labels.ts"
import { openBody } from "./open-body.ts"
import { requireCard } from "./outcome.ts"
import { isSameOrAround, isSamePlace, placeAround } from "./reach.ts"
import { refuse } from "./refuse.ts"
import { slotAt } from "./regions.ts"
import { copyLines, insertLines, shiftCarries } from "./write.ts"

/** Blocks nest no deeper; where lines cannot be read, hoisting may lead nowhere. */
const mostHoists = 64

/** Makes a card reachable from another, hoisting one branch after the other. Its id may change. */
export function reach(
  draft: Draft,
  from: Card,
  targetId: string,
  hoistsLeft = mostHoists,
): { draft: Draft; targetId: string } {
  const target = requireCard(draft, targetId)
  if (from.flowId !== target.flowId) refuse("basic.canvas_other_flow", {})
  if (isSameOrAround(draft, from.block, target.block)) return { draft, targetId }
  const isReachable = isSameOrAround(draft, from.block, homeOf(draft, target.block))
  if (!isReachable || hoistsLeft === 0) refuse("basic.canvas_into_body", {})
  const hoisted = hoistBody(draft, target)
  const start = refindCard(hoisted.draft, from) ?? from
  return reach(hoisted.draft, start, hoisted.cardId, hoistsLeft - 1)
}

/** Moves the whole body a card stands in behind what stands around its step. */
function hoistBody(draft: Draft, card: Card): { draft: Draft; cardId: string } {
  const opened = openBody(draft, card)
  // A line of several branches becomes other blocks when it is opened: the card then stands elsewhere.
  if (blockAt(opened.draft, opened.card.block) === null) refuse("basic.canvas_into_body", {})
  const joined = wayOn(opened.draft, opened.card.block)
  const home = placeAround(joined.draft, card.block)!
  const before = runsOn(joined.draft, home)
    ? wayOn(joined.draft, home)
    : { draft: joined.draft, word: null }
  const ready = before.draft
  const flow = flowNameOf(ready, card.flowId)
  const label = freeLabel(ready, flow, ready.layout.titles[card.id] ?? "steps")
  const end = endOfHome(ready, home)
  const count = blockAt(ready, card.block)!.statements.length
  const lines = copyLines(ready, card.block, 0, count, end.indent)
  const lineBreak = lineBreakOf(ready.source)
  const last =
    before.word ??
    (runsOn(ready, home) ? endWord(ready, { block: home, flowId: card.flowId }) : null)
  const head = [
    ...(last === null ? [] : [end.indent + last]),
    "",
    `${end.indent}${label}:`,
    "",
  ].join(lineBreak)
  const tail = joined.word === null ? "" : `${lineBreak}${end.indent}${joined.word}`
  const { indent } = slotAt(ready, card.block, 0)
  const moved = revise(ready, [
    { span: lines.region, text: `${indent}GOTO ${label}${lineBreak}` },
    insertLines(ready, end, {
      text: head + lines.text + tail,
      carries: shiftCarries(lines.carries, head.length),
    }),
  ])
  if (card.inline === null) return { draft: moved, cardId: card.id }
  const labelId = findLabelId(moved, flow, label)
  return { draft: renameCard(moved, card.id, labelId), cardId: labelId }
}

/** The GOTO to where a block joins what follows; no word when it ends there, or the loop goes round. */
function wayOn(draft: Draft, place: BlockPlace): { draft: Draft; word: string | null } {
  const last = lastCard(draft, place)
  const goesOn = last?.falls && last.exitAt === null && last.follow !== null
  const follow = goesOn ? findCard(draft, last.follow!) : null
  if (follow === null || last?.loops.at(-1)?.cardId === follow.id) return { draft, word: null }
  const marked = ensureLabel(draft, follow)
  return { draft: marked.draft, word: `GOTO ${marked.label}` }
}

/** The card that ends a block. */
function lastCard(draft: Draft, place: BlockPlace): Card | undefined {
  const { statements } = blockAt(draft, place)!
  const behind = ({ end, exitAt }: Card): number => (exitAt === null ? end : exitAt + 1)
  return cardsOf(draft).findLast(
    (card) => isSamePlace(card.block, place) && behind(card) === statements.length,
  )
}
