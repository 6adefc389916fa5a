/** Appends a group to a flow: a label with its steps, after an EXIT where the text would run into it. */

import { lineBreakOf } from "../lines.ts"
import type { FlowDocument, Gesture, GroupLayout } from "../model.ts"
import { titleFromLabel } from "../titles.ts"
import { connect } from "./connect.ts"
import { blockAt, cardsOf, type Draft, revise } from "./draft.ts"
import { endWord } from "./exits.ts"
import { freezePlaces } from "./freeze.ts"
import { findLabelId, flowNameOf, freeLabel } from "./labels.ts"
import { type Done, refuse } from "./outcome.ts"
import { slotAt } from "./regions.ts"
import { readSnippet, snippetLines } from "./snippet.ts"
import { insertLines } from "./write.ts"

export function addGroup(
  draft: Draft,
  gesture: Extract<Gesture, { kind: "addGroup" }>,
  document: FlowDocument,
): Done {
  const { flowId, at, title, statement, from } = gesture
  const placed = freezePlaces(draft, document, flowId)
  const { draft: added, groupId } = appendGroup(placed, flowId, { title, statement, at })
  const done =
    from === null ? added : connect(added, { kind: "connect", from, toGroupId: groupId }).draft
  return { draft: done, focusGroupId: groupId, focusStepId: firstStepOf(done, groupId) }
}

const firstStepOf = (draft: Draft, groupId: string): string | null =>
  cardsOf(draft).find(({ id }) => id === groupId)?.steps[0]?.step.id ?? null

export interface NewGroup {
  readonly title: string
  /** BASIC text of its steps; "" for an empty group. */
  readonly statement: string
  readonly at: GroupLayout
}

/** Writes a group at the end of its flow, before the SUBs and FUNCTIONs that stand there. */
export function appendGroup(
  draft: Draft,
  flowId: string,
  { title, statement, at }: NewGroup,
): { draft: Draft; groupId: string } {
  const entry =
    cardsOf(draft).find((card) => card.flowId === flowId) ?? refuse("basic.canvas_group_gone", {})
  const flow = flowNameOf(draft, flowId)
  const label = freeLabel(draft, flow, title)
  const statements = blockAt(draft, entry.block)?.statements ?? []
  const end = statements.findLastIndex(({ kind }) => kind !== "ProcedureStatement") + 1
  const slot = slotAt(draft, entry.block, end)
  const indent =
    statements.length === 0 ? slot.indent : slotAt(draft, entry.block, Math.max(end, 1)).indent
  const lines: string[] = []
  if (runsOn(draft, flowId)) lines.push(indent + endWord(draft, entry))
  if (slot.offset > 0) lines.push("")
  lines.push(`${indent}${label}:`)
  if (statement !== "") lines.push(snippetLines(readSnippet(draft, flow, statement), indent))
  const text = lines.join(lineBreakOf(draft.source))
  const written = revise(draft, [insertLines(draft, { ...slot, indent }, { text, carries: [] })])
  const groupId = findLabelId(written, flow, label)
  return { draft: placeGroup(written, groupId, { title, at, label }), groupId }
}

/** Whether the text goes on behind the last card of a flow. */
function runsOn(draft: Draft, flowId: string): boolean {
  const outer = cardsOf(draft).filter(
    ({ flowId: id, block }) =>
      id === flowId && (block.ownerId === null || block.ownerId === flowId),
  )
  const last = outer.at(-1)
  return last !== undefined && last.exitAt === null && last.falls
}

function placeGroup(
  draft: Draft,
  groupId: string,
  { title, at, label }: { title: string; at: GroupLayout; label: string },
): Draft {
  const { layout } = draft
  const titles =
    titleFromLabel(label) === title ? layout.titles : { ...layout.titles, [groupId]: title }
  return { ...draft, layout: { ...layout, titles, groups: { ...layout.groups, [groupId]: at } } }
}
