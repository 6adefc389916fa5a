/** Labels in the text: where a flow declares and names them, and names that are still free. */
import type { Statement } from "../../ast/nodes.ts"
import { parse } from "../../parser/parse.ts"
import type { Span } from "../../source/span.ts"
import type { Card } from "../cards.ts"
import { listTargets, sameLabel } from "../targets.ts"
import { labelFromTitle } from "../titles.ts"
import { type Draft, locate, revise } from "./draft.ts"
import { refuse } from "./refuse.ts"
import { slotAt } from "./regions.ts"
import { insertLines } from "./write.ts"

export interface LabelUse {
  readonly statement: Statement
  readonly id: string
  readonly label: string
  /** Where the name stands. */
  readonly span: Span
  readonly isDeclaration: boolean
}

/** Lists every place of a flow where a label is named. `flow`: as in `listSteps`. */
export function listLabelUses(draft: Draft, flow: string): LabelUse[] {
  return draft.steps.flatMap((step, index): LabelUse[] => {
    if (step.flow !== flow) return []
    const { statement } = step
    const id = draft.layout.stepIds[index]!
    if (statement.kind === "LabelStatement") {
      const { start } = statement.span
      const span = { start, end: start + statement.name.length }
      return [{ statement, id, label: statement.name, span, isDeclaration: true }]
    }
    return listTargets(statement).map(({ label }) => {
      const span = findLabel(draft.source, statement.span, label)
      return { statement, id, label, span, isDeclaration: false }
    })
  })
}

/** The name stands at the end of its statement; in older spellings behind the last GOTO. */
function findLabel(source: string, { start, end }: Span, label: string): Span {
  const last = { start: end - label.length, end }
  if (sameLabel(source.slice(last.start, end), label)) return last
  const text = source.slice(start, end)
  const found = [...text.matchAll(/\bgoto\s+/gi)].findLast((match) =>
    sameLabel(
      text.slice(match.index + match[0].length, match.index + match[0].length + label.length),
      label,
    ),
  )
  const at =
    start + (found === undefined ? text.length - label.length : found.index + found[0].length)
  return { start: at, end: at + label.length }
}

/** The name `listSteps` gives the flow of a card. */
export function flowNameOf(draft: Draft, flowId: string): string {
  const statement = flowId === "main" ? undefined : locate(draft, flowId)?.statement
  return statement?.kind === "ProcedureStatement"
    ? `${statement.word} ${statement.name}`.toLowerCase()
    : "main"
}

/** Makes a label of a title that no other label of the flow has and that the language can read. */
export function freeLabel(
  draft: Draft,
  flow: string,
  title: string,
  taken: readonly string[] = [],
): string {
  const used = new Set(
    [...listLabelUses(draft, flow).map(({ label }) => label), ...taken].map((label) =>
      label.toLowerCase(),
    ),
  )
  const slug = labelFromTitle(title)
  const base = isLabel(slug) ? slug : `${slug}_step`
  let label = base
  for (let count = 2; used.has(label.toLowerCase()); count += 1) label = `${base}_${count}`
  return label
}

/** Asks the parser: words such as "else" or "loop" open something else. */
export function isLabel(name: string): boolean {
  const { program, diagnostics } = parse(`${name}:\nGOTO ${name}\n`)
  const [label, goto] = program.body.statements
  return (
    diagnostics.length === 0 &&
    label?.kind === "LabelStatement" &&
    label.name === name &&
    goto?.kind === "GotoStatement" &&
    goto.label === name
  )
}

/** The label of a card; a card without one is given a label, so that an edge can lead to it. */
export function ensureLabel(
  draft: Draft,
  card: Card,
): { draft: Draft; label: string; cardId: string } {
  if (card.label !== null) return { draft, label: card.label.name, cardId: card.id }
  const flow = flowNameOf(draft, card.flowId)
  const title = draft.layout.titles[card.id] ?? (card.isEntry ? "start" : "after")
  const label = freeLabel(draft, flow, title)
  const slot = slotAt(draft, card.block, card.start)
  const line = { text: `${slot.indent}${label}:`, carries: [] }
  const marked = revise(draft, [insertLines(draft, slot, line)])
  const cardId = card.isEntry ? card.id : findLabelId(marked, flow, label)
  return { draft: renameCard(marked, card.id, cardId), label, cardId }
}

/** The id of the label statement, which is the id of its card unless the card is a flow's entry. */
export function findLabelId(draft: Draft, flow: string, label: string): string {
  const uses = listLabelUses(draft, flow)
  const found = uses.find((use) => use.isDeclaration && sameLabel(use.label, label))
  // The lines around swallowed it: a text or a block that nothing closes.
  if (found === undefined) return refuse("basic.canvas_unread", {})
  return found.id
}

/** Position and title follow a card whose id changes; what stood under the new id gives way. */
export function renameCard(draft: Draft, from: string, to: string): Draft {
  if (from === to) return draft
  const { groups, titles, looks } = draft.layout
  return {
    ...draft,
    layout: {
      ...draft.layout,
      groups: renameKey(groups, from, to),
      titles: renameKey(titles, from, to),
      ...(looks && { looks: renameKey(looks, from, to) }),
    },
  }
}

const renameKey = <T>(
  record: Readonly<Record<string, T>>,
  from: string,
  to: string,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]))
