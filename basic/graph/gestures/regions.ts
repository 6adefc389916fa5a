/** The lines of statements and bodies: where they stand, where new ones go. */
import { listBlocks } from "../../ast/blocks.ts"
import type { Expression, Statement } from "../../ast/nodes.ts"
import type { Span } from "../../source/span.ts"
import type { BlockPlace, Card } from "../cards.ts"
import { blockAt, type Draft, type Located, locate } from "./draft.ts"
import {
  commentsAbove,
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineEnd,
  lineStart,
  nextLine,
} from "./lines.ts"

/** The whole lines of statements `from` to `to` (exclusive) of a block, with the comments directly above. */
export function regionOf(draft: Draft, place: BlockPlace, from: number, to: number): Span {
  const { statements } = blockAt(draft, place)!
  const first = statements[from]!
  const last = statements[to - 1]!
  const { source } = draft
  if (!isFirstOnLine(source, first.span.start))
    return { start: first.span.start, end: last.span.end }
  const start = commentsAbove(
    source,
    lineStart(source, first.span.start),
    limitOf(draft, place, from),
  )
  return { start, end: nextLine(source, last.span.end) }
}

/** Where the lines of the statement before, or the head of the block, end. */
function limitOf(draft: Draft, place: BlockPlace, at: number): number {
  const before = blockAt(draft, place)!.statements[at - 1]
  if (before !== undefined) return nextLine(draft.source, before.span.end)
  return place.ownerId === null ? 0 : headEnd(draft, place)
}

/** A place for new lines. Units: `offset` is the start of a line, or the end of the text. */
export interface Slot {
  readonly offset: number
  readonly indent: string
}

/** Where lines go so that they become statement `at` of the block. */
export function slotAt(draft: Draft, place: BlockPlace, at: number): Slot {
  const { source } = draft
  const statements = blockAt(draft, place)?.statements ?? []
  const before = statements[at - 1]
  if (before !== undefined) {
    return {
      offset: nextLine(source, before.span.end),
      indent: indentAt(source, before.span.start),
    }
  }
  const first = statements[0]
  if (first !== undefined) {
    const { start } = regionOf(draft, place, 0, 1)
    return { offset: start, indent: indentAt(source, first.span.start) }
  }
  if (place.ownerId === null) return { offset: source.length, indent: "" }
  const owner = locate(draft, place.ownerId)!
  const indent = indentAt(source, owner.statement.span.start) + indentUnit
  return { offset: headEnd(draft, place), indent }
}

/** Where lines go so that they become the first on a card, or the last, before its exit. */
export function slotOnCard(
  draft: Draft,
  card: Card,
  index: number,
): Slot & { readonly at: number } {
  const placed = card.steps[index]
  const at = placed === undefined ? card.end : placed.at
  return { ...slotAt(draft, card.block, at), at }
}

/** The start of the first line behind the head of a body: behind `IF c THEN`, `ELSE`, `CASE "a"`, `FOR ...`. */
export function headEnd(draft: Draft, { ownerId, outlet }: BlockPlace): number {
  const { source } = draft
  const { statement } = locate(draft, ownerId!)!
  const known = headExpression(statement, outlet)
  if (known !== null) return nextLine(source, known.span.end)
  if (outlet !== "no" && outlet !== "else") return nextLine(source, statement.span.start)
  return nextLine(source, otherwiseLine(draft, locate(draft, ownerId!)!))
}

/** The last expression on the line that opens a body. */
function headExpression(statement: Statement, outlet: string): Expression | null {
  const index = Number(outlet.split(":")[1] ?? 0)
  switch (statement.kind) {
    case "IfStatement":
      return outlet === "no" ? null : statement.branches[index]!.condition
    case "SelectStatement":
      return outlet === "else" ? null : (statement.cases[index]!.values.at(-1) ?? null)
    case "ForEachStatement":
      return statement.list
    case "ForStatement":
      return statement.step ?? statement.to
    case "WhileStatement":
      return statement.condition
    case "DoStatement":
      return statement.test?.at === "start" ? statement.test.condition : null
    default:
      return null
  }
}

/** The start of the ELSE, CASE ELSE or DEFAULT line: the only line of code before the body it opens. */
export function otherwiseLine(draft: Draft, owner: Located): number {
  const { source } = draft
  let at = endOfBodies(draft, owner, (outlet) => outlet !== "no" && outlet !== "else")
  const end = owner.statement.span.end
  while (at < end && !isElseLine(source.slice(at, lineEnd(source, at)))) at = nextLine(source, at)
  return at
}

const isElseLine = (line: string): boolean =>
  /^[\s}]*(case\s+else|case_else|else|default|otherwise)\b/i.test(line)

/** The start of the first line behind the bodies of these outlets; comments that close a body are still to come. */
function endOfBodies(draft: Draft, owner: Located, isMeant: (outlet: string) => boolean): number {
  let end = nextLine(draft.source, owner.statement.span.start)
  for (const { outlet, block } of listBlocks(owner.statement)) {
    if (!isMeant(outlet)) continue
    const last = block.statements.at(-1)
    const head = headExpression(owner.statement, outlet)
    const from = last?.span.end ?? head?.span.end
    if (from !== undefined) end = Math.max(end, nextLine(draft.source, from))
  }
  return end
}

/** The start of the line that closes a statement: END IF, END SELECT, NEXT, END SUB. */
export const closerLine = (draft: Draft, owner: Located): number =>
  lineStart(draft.source, owner.statement.span.end)

/** The start of the CASE line of a case, comments above it included. */
export function caseLine(draft: Draft, owner: Located, index: number): number {
  const { statement } = owner
  if (statement.kind !== "SelectStatement") return closerLine(draft, owner)
  const item = statement.cases[index]
  if (item === undefined) {
    return statement.otherwise === null ? closerLine(draft, owner) : otherwiseLine(draft, owner)
  }
  const line = lineStart(draft.source, item.values[0]?.span.start ?? statement.span.start)
  const before =
    index === 0
      ? nextLine(draft.source, statement.subject.span.end)
      : lastLineOf(draft, owner, index - 1)
  return commentsAbove(draft.source, line, before)
}

/** The start of the line behind the last statement of a case. */
function lastLineOf(draft: Draft, owner: Located, index: number): number {
  const outlet = `case:${index}`
  const block = blockAt(draft, { ownerId: owner.id, outlet })
  const last = block?.statements.at(-1)
  return last === undefined
    ? headEnd(draft, { ownerId: owner.id, outlet })
    : nextLine(draft.source, last.span.end)
}
