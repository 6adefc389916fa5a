/** The lines of statements and bodies: where they stand, where new ones go. */
import type { Span } from "../../source/span.ts"
import type { BlockPlace, Card } from "../cards.ts"
import { endOf, extentOf } from "../extent.ts"
import {
  commentsAbove,
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineStart,
  nextLine,
} from "../lines.ts"
import { blockAt, type Draft, type Located, locate } from "./draft.ts"

/** The whole lines of statements `from` to `to` (exclusive) of a block, with the comments directly above. */
export function regionOf(draft: Draft, place: BlockPlace, from: number, to: number): Span {
  const { statements } = blockAt(draft, place)!
  const first = statements[from]!
  const last = statements[to - 1]!
  const { source } = draft
  if (!isFirstOnLine(source, first.span.start))
    return { start: first.span.start, end: endOf(source, last) }
  const start = commentsAbove(
    source,
    lineStart(source, first.span.start),
    limitOf(draft, place, from),
  )
  return { start, end: nextLine(source, endOf(source, last)) }
}

/** Where the lines of the statement before, or the head of the block, end. */
function limitOf(draft: Draft, place: BlockPlace, at: number): number {
  const before = blockAt(draft, place)!.statements[at - 1]
  if (before !== undefined) return nextLine(draft.source, endOf(draft.source, before))
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
      offset: nextLine(source, endOf(source, before)),
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
  const { statement } = locate(draft, ownerId!)!
  const head = extentOf(draft.source, statement).heads.get(outlet)
  return head?.body ?? nextLine(draft.source, statement.span.end)
}

/** The start of the ELSE, CASE ELSE or DEFAULT line. */
export const otherwiseLine = (draft: Draft, { statement }: Located): number => {
  const { heads, closer, end } = extentOf(draft.source, statement)
  return (heads.get("no") ?? heads.get("else"))?.line ?? closer ?? end
}

/** The start of the line that closes a statement: END IF, END SELECT, NEXT, END SUB. */
export const closerLine = (draft: Draft, { statement }: Located): number => {
  const { closer, end } = extentOf(draft.source, statement)
  return closer ?? nextLine(draft.source, end)
}

/** The start of the CASE line of a case, comments above it included; behind the last one, where a next would stand. */
export function caseLine(draft: Draft, owner: Located, index: number): number {
  const { statement } = owner
  if (statement.kind !== "SelectStatement") return closerLine(draft, owner)
  const { heads } = extentOf(draft.source, statement)
  const own = heads.get(`case:${index}`)?.line
  const line =
    own ?? (statement.otherwise === null ? closerLine(draft, owner) : otherwiseLine(draft, owner))
  return own === undefined && statement.otherwise === null
    ? line
    : commentsAbove(draft.source, line, behindCase(draft, owner, index - 1))
}

/** The start of the line behind the last statement of a case. */
function behindCase(draft: Draft, owner: Located, index: number): number {
  const outlet = `case:${index}`
  const place = { ownerId: owner.id, outlet }
  const last = blockAt(draft, place)?.statements.at(-1)
  if (last !== undefined) return nextLine(draft.source, endOf(draft.source, last))
  return index < 0 ? nextLine(draft.source, owner.statement.span.end) : headEnd(draft, place)
}
