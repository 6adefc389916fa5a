/** Appends a group to a flow: a label with its steps, after an EXIT where the text would run into it. */

import type { BlockPlace } from "../cards.ts"
import { lineBreakOf } from "../lines.ts"
import { listSteps } from "../list-steps.ts"
import type { FlowDocument, Gesture, GroupLayout } from "../model.ts"
import { titleFromLabel } from "../titles.ts"
import { cardOfPort, connect } from "./connect.ts"
import { blockAt, cardsOf, type Draft, findCard, revise } from "./draft.ts"
import { freezePlaces } from "./freeze.ts"
import { endOfHome, endWord, homeOf, runsOn } from "./home.ts"
import { findLabelId, flowNameOf, freeLabel } from "./labels.ts"
import type { Done } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { type Snippet, settleSnippet, snippetLines } from "./snippet.ts"
import { insertLines } from "./write.ts"

export function addGroup(
  draft: Draft,
  gesture: Extract<Gesture, { kind: "addGroup" }>,
  document: FlowDocument,
): Done {
  const { flowId, at, title, statement, from } = gesture
  const placed = freezePlaces(draft, document, flowId)
  const source = from === null ? null : cardOfPort(placed, from)
  const home = source === null ? outerOf(flowId) : homeOf(placed, source.block)
  const { draft: added, groupId } = appendGroup(placed, { flowId, home, title, statement, at })
  // Where the block was empty the group is the very card it was dragged out of.
  const isSame =
    from?.stepId === null && (from.groupId === groupId || findCard(added, from.groupId) === null)
  const done =
    from === null || isSame
      ? added
      : connect(added, { kind: "connect", from, toGroupId: groupId }).draft
  return { draft: done, focusGroupId: groupId, focusStepId: firstStepOf(done, groupId) }
}

const firstStepOf = (draft: Draft, groupId: string): string | null =>
  cardsOf(draft).find(({ id }) => id === groupId)?.steps[0]?.step.id ?? null

/** The outermost block of a flow. */
const outerOf = (flowId: string): BlockPlace =>
  flowId === "main" ? { ownerId: null, outlet: "" } : { ownerId: flowId, outlet: "body" }

export interface NewGroup {
  readonly flowId: string
  /** The block whose end it is written to. */
  readonly home: BlockPlace
  readonly title: string
  /** BASIC text of its steps; "" for an empty group. */
  readonly statement: string
  readonly at: GroupLayout
}

/** Writes a group at the end of its block, before the SUBs and FUNCTIONs that stand there. */
export function appendGroup(
  before: Draft,
  { flowId, home, title, statement, at }: NewGroup,
): { draft: Draft; groupId: string } {
  if (!cardsOf(before).some((card) => card.flowId === flowId)) refuse("basic.canvas_group_gone", {})
  const settled = statement === "" ? null : settleSnippet(before, flowId, statement)
  const draft = settled?.draft ?? before
  const flow = flowNameOf(draft, flowId)
  const label = freeLabel(draft, flow, title, settled === null ? [] : labelsOf(settled.snippet))
  const { offset, indent } = endOfHome(draft, home)
  const lines: string[] = []
  // In an empty block nothing goes before: the group becomes its beginning.
  const isFirst = blockAt(draft, home)?.statements.length === 0
  if (!isFirst && runsOn(draft, home)) lines.push(indent + endWord(draft, { block: home, flowId }))
  if (offset > 0 && !isFirst) lines.push("")
  lines.push(`${indent}${label}:`)
  if (settled !== null) lines.push(snippetLines(settled.snippet, indent))
  const text = lines.join(lineBreakOf(draft.source))
  const written = revise(draft, [insertLines(draft, { offset, indent }, { text, carries: [] })])
  const labelId = findLabelId(written, flow, label)
  const card = cardsOf(written).find((other) => other.label?.id === labelId)
  const groupId = card?.id ?? labelId
  return { draft: placeGroup(written, groupId, { title, at, label }), groupId }
}

const labelsOf = ({ program }: Snippet): string[] =>
  listSteps(program).flatMap(({ statement }) =>
    statement.kind === "LabelStatement" ? [statement.name] : [],
  )

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
