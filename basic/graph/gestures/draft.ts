/**
 * A program while a gesture is being carried out.
 *
 * A gesture is a few revisions of the text, one after the other. Each revision says which steps its
 * new text stands for, so ids follow exactly; nothing is guessed. What the gesture did to the text is
 * compared with the text before it only at the end.
 */
import { listBlocks } from "../../ast/blocks.ts"
import type { Block, Statement } from "../../ast/nodes.ts"
import { parse } from "../../parser/parse.ts"
import type { Span, TextEdit } from "../../source/span.ts"
import { type BlockPlace, type Card, cutCards, type PlacedStep } from "../cards.ts"
import { graphOf, nextIdOf, type OpenProgram } from "../document.ts"
import { fillIds } from "../identity.ts"
import { listSteps } from "../list-steps.ts"
import type { FlowDocument } from "../model.ts"

export type Draft = OpenProgram

/** Steps that stand in the new text of an edit, in text order. Units: offsets in that text. */
export interface Carry extends Span {
  readonly ids: readonly string[]
}
export interface DraftEdit extends TextEdit {
  readonly carries?: readonly Carry[]
}

export const draftOf = ({ source, program, layout }: FlowDocument): Draft => ({
  source,
  program,
  steps: listSteps(program),
  layout,
})

/** Applies edits, which do not overlap, and reads the program again; every step outside them keeps its id. */
export function revise(draft: Draft, edits: readonly DraftEdit[]): Draft {
  if (edits.length === 0) return draft
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const source = applyEdits(draft.source, sorted)
  const { program } = parse(source)
  const steps = listSteps(program)
  const ids = followIds(draft, sorted, steps)
  const nextId = nextIdOf(draft.layout)
  return {
    source,
    program,
    steps,
    layout: { ...draft.layout, ...fillIds(ids, nextId, draft.layout.maker) },
  }
}

/** Applies edits in order. Edits refer to the text before any of them. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let result = ""
  let at = 0
  for (const { span, text } of edits) {
    result += source.slice(at, span.start) + text
    at = span.end
  }
  return result + source.slice(at)
}

function followIds(
  draft: Draft,
  edits: readonly DraftEdit[],
  steps: Draft["steps"],
): (string | null)[] {
  const ids: (string | null)[] = steps.map(() => null)
  const byStart = new Map<number, number>()
  steps.forEach(({ statement }, index) => {
    if (!byStart.has(statement.span.start)) byStart.set(statement.span.start, index)
  })
  let next = 0
  let shift = 0
  const starts = draft.steps
    .map(({ statement }, index) => ({
      start: statement.span.start,
      id: draft.layout.stepIds[index]!,
    }))
    .sort((a, b) => a.start - b.start)
  for (const { start, id } of starts) {
    while (next < edits.length && isPast(edits[next]!.span, start)) {
      shift += edits[next]!.text.length - (edits[next]!.span.end - edits[next]!.span.start)
      next += 1
    }
    const edit = edits[next]
    if (edit !== undefined && edit.span.start <= start && start < edit.span.end) continue
    const index = byStart.get(start + shift)
    if (index !== undefined) ids[index] = id
  }
  carryIds(edits, steps, ids)
  return ids
}

/** What is put in directly before a statement pushes it on. */
const isPast = (span: Span, start: number): boolean => span.end <= start

function carryIds(
  edits: readonly DraftEdit[],
  steps: Draft["steps"],
  ids: (string | null)[],
): void {
  let shift = 0
  for (const { span, text, carries } of edits) {
    const base = span.start + shift
    for (const carry of carries ?? []) {
      const found = steps.flatMap(({ statement }, index) => {
        const at = statement.span.start - base
        return carry.start <= at && at < carry.end ? [index] : []
      })
      found.forEach((index, order) => {
        ids[index] = carry.ids[order] ?? null
      })
    }
    shift += text.length - (span.end - span.start)
  }
}

/** A statement with the block it stands in. */
export interface Located {
  readonly id: string
  readonly statement: Statement
  readonly block: Block
  readonly at: number
  readonly place: BlockPlace
  readonly parent: Located | null
}

const located = new WeakMap<Draft, Map<string, Located>>()

/** Finds a statement by its id. */
export function locate(draft: Draft, id: string): Located | null {
  let all = located.get(draft)
  if (all === undefined) {
    all = locateAll(draft)
    located.set(draft, all)
  }
  return all.get(id) ?? null
}

function locateAll(draft: Draft): Map<string, Located> {
  const all = new Map<string, Located>()
  let next = 0
  const visit = (block: Block, place: BlockPlace, parent: Located | null): void => {
    block.statements.forEach((statement, at) => {
      const id = draft.layout.stepIds[next]!
      next += 1
      const found: Located = { id, statement, block, at, place, parent }
      all.set(id, found)
      for (const { outlet, block: body } of listBlocks(statement)) {
        visit(body, { ownerId: id, outlet }, found)
      }
    })
  }
  visit(draft.program.body, { ownerId: null, outlet: "" }, null)
  return all
}

/** The block at a place; null when there is no such body (yet), as for an IF without ELSE. */
export function blockAt(draft: Draft, { ownerId, outlet }: BlockPlace): Block | null {
  if (ownerId === null) return draft.program.body
  const owner = locate(draft, ownerId)?.statement
  return owner === undefined
    ? null
    : (listBlocks(owner).find((body) => body.outlet === outlet)?.block ?? null)
}

const cards = new WeakMap<Draft, readonly Card[]>()

/** All cards of the program, flow by flow. */
export function cardsOf(draft: Draft): readonly Card[] {
  let all = cards.get(draft)
  if (all === undefined) {
    all = cutCards(graphOf(draft)).flatMap((flow) => flow.cards)
    cards.set(draft, all)
  }
  return all
}

export const findCard = (draft: Draft, id: string): Card | null =>
  cardsOf(draft).find((card) => card.id === id) ?? null

/** Finds a card of an earlier draft again, when a label gave it another id. */
export function refindCard(draft: Draft, card: Card): Card | null {
  const same = findCard(draft, card.id)
  if (same !== null) return same
  const stepId = card.steps[0]?.step.id
  const exitId = card.exitAt !== null && "id" in card.exit ? card.exit.id : undefined
  const isSame = ({ steps, exit }: Card): boolean =>
    stepId === undefined
      ? "id" in exit && exit.id === exitId
      : steps.some(({ step }) => step.id === stepId)
  return stepId === undefined && exitId === undefined ? null : (cardsOf(draft).find(isSame) ?? null)
}

/** Finds the card and the place on it of a step, by the id of the step or of the SELECT it covers. */
export function findStep(draft: Draft, id: string): { card: Card; placed: PlacedStep } | null {
  for (const card of cardsOf(draft)) {
    const placed = card.steps.find(({ step }) => step.id === id || step.select?.id === id)
    if (placed !== undefined) return { card, placed }
  }
  return null
}
