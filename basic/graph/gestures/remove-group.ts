/** Removes a group: its label, its steps, and every edge that led to it. */
import type { Card } from "../cards.ts"
import type { Gesture } from "../model.ts"
import { sameLabel } from "../targets.ts"
import { emptyBranch, expandInline } from "./branches.ts"
import { freeOutlet } from "./disconnect.ts"
import {
  blockAt,
  cardsOf,
  type Draft,
  type DraftEdit,
  findCard,
  type Located,
  locate,
  revise,
} from "./draft.ts"
import { clearEnd, disconnectEnd, isLastInFlow } from "./exits.ts"
import { endWord } from "./home.ts"
import { flowNameOf, type LabelUse, listLabelUses } from "./labels.ts"
import { openBody } from "./open-body.ts"
import { type Done, requireCard } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { regionOf, slotAt } from "./regions.ts"
import { insertLines, newLine, removeLines } from "./write.ts"

export function removeGroup(
  draft: Draft,
  { groupId }: Extract<Gesture, { kind: "removeGroup" }>,
): Done {
  const card = requireCard(draft, groupId)
  if (card.isEntry) refuse("basic.canvas_entry", {})
  let freed = openBody(draft, card).draft
  if (card.label !== null) freed = freeLabelUses(freed, card, card.label.name)
  const gone = requireCard(freed, groupId)
  return { draft: revise(freed, [...endTextBefore(freed, gone), ...removeStatements(freed, gone)]) }
}

/** Takes away the edges that name the label, one after the other: each may change lines of the next. */
function freeLabelUses(draft: Draft, card: Card, label: string): Draft {
  const flow = flowNameOf(draft, card.flowId)
  let freed = draft
  for (let rounds = listLabelUses(draft, flow).length; rounds > 0; rounds -= 1) {
    const use = listLabelUses(freed, flow).find(
      (other) =>
        !other.isDeclaration && sameLabel(other.label, label) && !isInside(freed, other, card.id),
    )
    if (use === undefined) return freed
    freed = freeUse(freed, use)
  }
  return freed
}

/** What goes with the group needs no care. */
function isInside(draft: Draft, { id }: LabelUse, cardId: string): boolean {
  const card = findCard(draft, cardId)!
  for (let found: Located | null = locate(draft, id); found !== null; found = found.parent) {
    const isOwn =
      found.place.ownerId === card.block.ownerId && found.place.outlet === card.block.outlet
    if (isOwn && card.start <= found.at && found.at < Math.max(card.end, (card.exitAt ?? -1) + 1))
      return true
  }
  return false
}

function freeUse(draft: Draft, { statement, id }: LabelUse): Draft {
  if (statement.kind === "GotoStatement") return freeGoto(draft, id)
  if ("failGoto" in statement) return freeOutlet(draft, id, "failed")
  if (statement.kind === "HearStatement") return freeOutlet(draft, id, "timeout")
  const { parent } = locate(draft, id)!
  const opened = parent === null ? draft : expandInline(draft, parent.id)
  const { place, at } = locate(opened, id)!
  return revise(opened, [removeLines(opened, regionOf(opened, place, at, at + 1))])
}

/** A GOTO is the end of a card, or the whole of a branch. */
function freeGoto(draft: Draft, id: string): Draft {
  const card = cardsOf(draft).find(({ exit }) => exit.kind === "goto" && exit.id === id)
  if (card !== undefined) {
    const opened = openBody(draft, card)
    const ended = disconnectEnd(opened.draft, opened.card)
    return ended === opened.draft ? clearEnd(opened.draft, opened.card) : ended
  }
  const { ownerId, outlet } = locate(draft, id)!.place
  return emptyBranch(draft, ownerId!, outlet)
}

/** The text before the group must not run into what stands behind it. */
function endTextBefore(draft: Draft, card: Card): DraftEdit[] {
  const before = cardsOf(draft).find(
    ({ exit }) => (exit.kind === "next" || exit.kind === "continues") && exit.to === card.id,
  )
  if (before === undefined || !before.falls || isLastInFlow(draft, card)) return []
  const isOuter = card.block.ownerId === null || card.block.ownerId === card.flowId
  if (!isOuter && behindIsEmpty(draft, card)) return []
  const slot = slotAt(draft, before.block, before.end)
  return [insertLines(draft, slot, newLine(slot, endWord(draft, before)))]
}

function behindIsEmpty(draft: Draft, card: Card): boolean {
  const behind = Math.max(card.end, (card.exitAt ?? -1) + 1)
  return (blockAt(draft, card.block)?.statements.length ?? 0) <= behind
}

/** Removes label, steps and exit. SUBs and FUNCTIONs that stand among them are flows of their own and stay. */
function removeStatements(draft: Draft, card: Card): DraftEdit[] {
  const first = card.label === null ? card.start : card.start - 1
  const behind = Math.max(card.end, (card.exitAt ?? -1) + 1)
  const { statements } = blockAt(draft, card.block)!
  const edits: DraftEdit[] = []
  for (let from = first; from < behind; ) {
    let to = from
    while (to < behind && statements[to]!.kind !== "ProcedureStatement") to += 1
    if (to > from) edits.push(removeLines(draft, regionOf(draft, card.block, from, to)))
    from = to + 1
  }
  return edits
}
