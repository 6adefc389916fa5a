/** The end of a card: leads it to another, ends it, or lets it go on. */

import type { Card } from "../cards.ts"
import { blockAt, cardsOf, type Draft, findCard, refindCard, revise } from "./draft.ts"
import { reach } from "./hoist.ts"
import { endWord } from "./home.ts"
import { ensureLabel } from "./labels.ts"
import { requireCard } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { regionOf, slotAt } from "./regions.ts"
import { insertLines, newLine, removeLines } from "./write.ts"

/**
 * Leads the end of a card to another card. Nothing is written where the text goes there anyway.
 * The target's id changes when it is given its label here.
 */
export function connectEnd(
  draft: Draft,
  card: Card,
  targetId: string,
): { draft: Draft; targetId: string } {
  if (!canLead(card)) refuse("basic.canvas_no_end", {})
  if (leadsTo(draft, card, targetId)) return { draft, targetId }
  // Without its EXIT a body joins what follows its step: then no GOTO is needed.
  if (joins(draft, card, targetId)) return { draft: clearEnd(draft, card), targetId }
  const reached = reach(draft, card, targetId)
  const marked = ensureLabel(reached.draft, requireCard(reached.draft, reached.targetId))
  const from =
    card.id === targetId ? findCard(marked.draft, marked.cardId) : refindCard(marked.draft, card)
  if (from === null) return refuse("basic.canvas_group_gone", {})
  const isNext = textFollows(marked.draft, from) === marked.cardId
  const led = isNext
    ? clearEnd(marked.draft, from)
    : writeEnd(marked.draft, from, `GOTO ${marked.label}`)
  return { draft: led, targetId: marked.cardId }
}

/** Whether an edge may begin at the end: behind RETURN nothing goes on, but GOTO may replace CONTINUE. */
const canLead = (card: Card): boolean =>
  card.falls ? card.exit.kind !== "continues" : endsRound(card)

const endsRound = ({ exit, exitAt }: Card): boolean =>
  exitAt !== null && (exit.kind === "next" || exit.kind === "continues")

const joins = (draft: Draft, card: Card, targetId: string): boolean =>
  card.exitAt !== null && card.follow === targetId && isLastInBlock(draft, card)

const isLastInBlock = (draft: Draft, card: Card): boolean =>
  behindCard(card) >= (blockAt(draft, card.block)?.statements.length ?? 0)

function leadsTo(draft: Draft, card: Card, targetId: string): boolean {
  const { exit } = card
  if (exit.kind === "goto") return exit.to === targetId
  if (exit.kind !== "next" || !card.falls) return false
  return (exit.to ?? card.follow) === targetId && findCard(draft, targetId) !== null
}

/** The card whose label stands directly behind this card in the text. */
export function textFollows(draft: Draft, card: Card): string | null {
  const behind = blockAt(draft, card.block)?.statements.slice(behindCard(card)) ?? []
  const next = behind.find(({ kind }) => kind !== "ProcedureStatement")
  if (next?.kind !== "LabelStatement") return null
  return cardsOf(draft).find((other) => other.label?.span.start === next.span.start)?.id ?? null
}

const behindCard = ({ end, exitAt }: Card): number => (exitAt === null ? end : exitAt + 1)

/** Ends a card: what it led to is not reached from it any more. The last card of its flow needs no EXIT. */
export function disconnectEnd(draft: Draft, card: Card): Draft {
  if (card.exit.kind === "end" || card.exit.kind === "continues") return draft
  if (!card.falls && card.exit.kind === "next") return draft
  if (isLastInFlow(draft, card)) return clearEnd(draft, card)
  // In a body the text joins what follows the step, which is how the structure is drawn.
  const isInBody = card.block.ownerId !== null && card.block.ownerId !== card.flowId
  if (isInBody && card.exit.kind === "goto" && isLastInBlock(draft, card))
    return clearEnd(draft, card)
  if (isInBody && card.exit.kind === "next" && card.exit.to === null) return draft
  return writeEnd(draft, card, endWord(draft, card))
}

/** Whether nothing but SUBs and FUNCTIONs stands behind a card, in the outermost block of its flow. */
export function isLastInFlow(draft: Draft, card: Card): boolean {
  const isOuter = card.block.ownerId === null || card.block.ownerId === card.flowId
  const behind = blockAt(draft, card.block)?.statements.slice(behindCard(card)) ?? []
  return isOuter && behind.every(({ kind }) => kind === "ProcedureStatement")
}

/** Removes the GOTO or EXIT of a card. */
export function clearEnd(draft: Draft, card: Card): Draft {
  if (card.exitAt === null) return draft
  const region = regionOf(draft, card.block, card.exitAt, card.exitAt + 1)
  return revise(draft, [removeLines(draft, region)])
}

/** Writes the statement that ends a card in the place of the one that does now. */
export function writeEnd(draft: Draft, card: Card, text: string): Draft {
  if (card.exitAt !== null) {
    const { span } = blockAt(draft, card.block)!.statements[card.exitAt]!
    const index = draft.steps.findIndex(({ statement }) => statement.span === span)
    const ids = draft.layout.stepIds.slice(index, index + 1)
    return revise(draft, [{ span, text, carries: [{ start: 0, end: 1, ids }] }])
  }
  const slot = slotAt(draft, card.block, card.end)
  return revise(draft, [insertLines(draft, slot, newLine(slot, text))])
}
