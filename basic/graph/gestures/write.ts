/** Writes lines into a draft and takes lines out of it. */

import { listExpressions, visitExpression } from "../../ast/expressions.ts"
import type { Program, Statement } from "../../ast/nodes.ts"
import type { Span } from "../../source/span.ts"
import type { BlockPlace } from "../cards.ts"
import { blanksAbove, indentAt, lineBreakOf, reindent } from "../lines.ts"
import { listSteps } from "../list-steps.ts"
import type { Carry, Draft, DraftEdit } from "./draft.ts"
import { regionOf, type Slot } from "./regions.ts"

/** Lines without the last line break, and the steps that stand in them. */
export interface Lines {
  readonly text: string
  readonly carries: readonly Carry[]
}

/** Makes the edit that puts lines into a slot. */
export function insertLines(draft: Draft, slot: Slot, lines: Lines): DraftEdit {
  const { source } = draft
  const lineBreak = lineBreakOf(source)
  const isOpenEnd = slot.offset === source.length && source !== "" && !/[\r\n]$/.test(source)
  const before = isOpenEnd ? lineBreak : ""
  const after = isOpenEnd ? "" : lineBreak
  return {
    span: { start: slot.offset, end: slot.offset },
    text: before + lines.text + after,
    carries: shiftCarries(lines.carries, before.length),
  }
}

export const shiftCarries = (carries: readonly Carry[], by: number): Carry[] =>
  carries.map(({ start, end, ids }) => ({ start: start + by, end: end + by, ids }))

/** One new line at a slot's indentation. */
export const newLine = (slot: Slot, text: string): Lines => ({
  text: slot.indent + text,
  carries: [],
})

/** Makes the edit that removes whole lines; of blank lines on both sides one stays. */
export function removeLines(draft: Draft, region: Span): DraftEdit {
  const { source } = draft
  const isBeforeBlank =
    region.end >= source.length || /^[ \t]*(\r|\n)/.test(source.slice(region.end))
  const start = isBeforeBlank ? blanksAbove(source, region.start, 0) : region.start
  return { span: { start, end: region.end }, text: "" }
}

/** Takes statements `from` to `to` of a block as lines for another indentation, with their ids. */
export function copyLines(
  draft: Draft,
  place: BlockPlace,
  from: number,
  to: number,
  indent: string,
): Lines & { readonly region: Span } {
  const region = regionOf(draft, place, from, to)
  const steps = draft.steps.flatMap(({ statement }, index) =>
    region.start <= statement.span.start && statement.span.start < region.end
      ? [{ statement, id: draft.layout.stepIds[index]! }]
      : [],
  )
  const raw = draft.source.slice(region.start, region.end)
  const text = raw.replace(/(\r\n|\r|\n)$/, "")
  const old = indentAt(draft.source, steps[0]?.statement.span.start ?? region.start)
  const frozen = steps.flatMap(({ statement }) =>
    frozenSpans(statement, draft.source, old, region.start),
  )
  const { text: shifted } = reindent(text, old, indent, frozen)
  const carries = [{ start: 0, end: shifted.length, ids: steps.map(({ id }) => id) }]
  return { text: shifted, carries, region }
}

/** Re-indents a whole program's text, as from the palette or the clipboard, for a slot. */
export function programLines(source: string, program: Program, indent: string): string {
  const text = source.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, "").replace(/\s+$/, "")
  const offset = source.indexOf(text)
  const first = program.body.statements[0]
  const old = first === undefined ? "" : indentAt(source, first.span.start)
  const frozen = listSteps(program).flatMap(({ statement }) =>
    frozenSpans(statement, source, old, offset),
  )
  const { text: shifted } = reindent(text, old, indent, frozen)
  return shifted
}

/** Parts of a statement whose lines must not be indented anew: the lines belong to a text. */
function frozenSpans(statement: Statement, source: string, indent: string, offset: number): Span[] {
  const spans: Span[] = []
  const freeze = (span: Span) => spans.push({ start: span.start - offset, end: span.end - offset })
  if (statement.kind === "UnknownStatement" || statement.kind === "BrokenStatement")
    freeze(statement.span)
  if (statement.kind === "TextBlockStatement" && !isIndentedBy(source, statement.span, indent)) {
    freeze(statement.span)
  }
  for (const outer of listExpressions(statement)) {
    visitExpression(outer, (inner) => {
      const isText = inner.kind === "TextLiteral" || inner.kind === "TemplateLiteral"
      if (isText && inner.isMultiline) freeze(inner.span)
    })
  }
  return spans
}

/** A text block keeps its words when all of its lines move alike. */
const isIndentedBy = (source: string, { start, end }: Span, indent: string): boolean =>
  source
    .slice(start, end)
    .split(/\r\n|\r|\n/)
    .slice(1)
    .every((line) => line === "" || (line.startsWith(indent) && line.trim() !== ""))
