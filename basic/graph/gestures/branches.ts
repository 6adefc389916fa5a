/** The branches of IF and SELECT: leads an empty one to a group, and empties one that only leads away. */
import type { IfStatement, SelectStatement } from "../../ast/nodes.ts"
import { indentAt, indentUnit, lineBreakOf, lineEnd } from "../lines.ts"
import { blockAt, type Draft, type DraftEdit, type Located, revise } from "./draft.ts"
import { requireLocated } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { caseLine, closerLine, otherwiseLine, regionOf, slotAt } from "./regions.ts"
import { insertLines, removeLines } from "./write.ts"

/** Writes `GOTO label` as the whole body of a branch, and the branch when it is not there. */
export function leadBranch(draft: Draft, ownerId: string, outlet: string, label: string): Draft {
  const owner = requireLocated(draft, ownerId)
  const place = { ownerId, outlet }
  const [only, ...more] = blockAt(draft, place)?.statements ?? []
  if (only?.kind === "GotoStatement" && more.length === 0) return replaceGoto(draft, place, label)
  if (only !== undefined) return refuse("basic.canvas_outlet_taken", {})
  if (blockAt(draft, place) !== null) {
    const slot = slotAt(draft, place, 0)
    return revise(draft, [
      insertLines(draft, slot, { text: `${slot.indent}GOTO ${label}`, carries: [] }),
    ])
  }
  if (outlet === "no" && isIf(owner) && owner.statement.isInline)
    return addInlineElse(draft, owner, label)
  if (outlet !== "no" && outlet !== "else") return refuse("basic.canvas_outlet_gone", { outlet })
  return addElse(draft, owner, label)
}

type Owner<S> = Located & { readonly statement: S }
const isIf = (owner: Located): owner is Owner<IfStatement> => owner.statement.kind === "IfStatement"
const isSelect = (owner: Located): owner is Owner<SelectStatement> =>
  owner.statement.kind === "SelectStatement"

function replaceGoto(
  draft: Draft,
  place: { ownerId: string; outlet: string },
  label: string,
): Draft {
  const goto = blockAt(draft, place)!.statements[0]!
  const id = draft.layout.stepIds[draft.steps.findIndex(({ statement }) => statement === goto)]!
  const text = `GOTO ${label}`
  return revise(draft, [
    { span: goto.span, text, carries: [{ start: 0, end: text.length, ids: [id] }] },
  ])
}

const addInlineElse = (draft: Draft, { statement }: Located, label: string): Draft =>
  revise(draft, [
    { span: { start: statement.span.end, end: statement.span.end }, text: ` ELSE GOTO ${label}` },
  ])

function addElse(draft: Draft, owner: Located, label: string): Draft {
  const indent = indentAt(draft.source, owner.statement.span.start)
  const isCase = isSelect(owner)
  const own = isCase ? caseIndent(draft, owner) : indent
  const head = isCase ? elseHead(owner.statement) : "ELSE"
  const lines = [`${own}${head}`, `${own}${indentUnit}GOTO ${label}`]
  const slot = { offset: closerLine(draft, owner), indent: own }
  return revise(draft, [
    insertLines(draft, slot, { text: lines.join(lineBreakOf(draft.source)), carries: [] }),
  ])
}

const elseHead = ({ word }: SelectStatement): string =>
  word === "SWITCH" ? "DEFAULT" : "CASE ELSE"

function caseIndent(draft: Draft, owner: Owner<SelectStatement>): string {
  const [first] = owner.statement.cases
  const value = first?.values[0]
  return value === undefined
    ? indentAt(draft.source, owner.statement.span.start) + indentUnit
    : indentAt(draft.source, value.span.start)
}

/** Empties a branch that is one GOTO. An ELSE or CASE that nothing needs any more goes with it. */
export function emptyBranch(draft: Draft, ownerId: string, outlet: string): Draft {
  const owner = requireLocated(draft, ownerId)
  const place = { ownerId, outlet }
  const statements = blockAt(draft, place)?.statements ?? []
  if (statements.length === 0) return draft
  if (statements.length > 1 || statements[0]!.kind !== "GotoStatement") {
    return refuse("basic.canvas_outlet_taken", {})
  }
  if (isIf(owner) && owner.statement.isInline) return emptyInline(draft, owner, outlet)
  const body = removeLines(draft, regionOf(draft, place, 0, 1))
  if (outlet !== "no" && outlet !== "else") return revise(draft, [body])
  if (isSelect(owner) && owner.statement.cases.length === 0) return removeSelect(draft, owner)
  const line = otherwiseLine(draft, owner)
  const region = { start: line, end: lineEnd(draft.source, line) }
  const isBare = /^\s*(else|case\s+else|default)\s*$/i.test(
    draft.source.slice(region.start, region.end),
  )
  const rest = draft.source.slice(body.span.end, closerLine(draft, owner))
  if (!isBare || rest.trim() !== "" || body.span.start < region.end) return revise(draft, [body])
  return revise(draft, [{ span: { start: line, end: body.span.end }, text: "" }])
}

/** `IF c THEN GOTO a ELSE GOTO b` without one of the two. */
function emptyInline(draft: Draft, owner: Owner<IfStatement>, outlet: string): Draft {
  const { statement } = owner
  const yes = statement.branches[0]!.body.statements[0]!
  if (outlet === "no") {
    return revise(draft, [{ span: { start: yes.span.end, end: statement.span.end }, text: "" }])
  }
  return emptyBranch(expandInline(draft, owner.id), owner.id, outlet)
}

/** Writes an IF of one line over several, so that its branches have room; one that holds it goes first. */
export function expandInline(before: Draft, ownerId: string): Draft {
  const { parent } = requireLocated(before, ownerId)
  const draft = parent === null ? before : expandInline(before, parent.id)
  const owner = requireLocated(draft, ownerId)
  if (!isIf(owner) || !owner.statement.isInline) return draft
  const { source } = draft
  const { span, branches, otherwise } = owner.statement
  const indent = indentAt(source, span.start)
  const yes = branches[0]!.body.statements[0]
  const no = otherwise?.statements[0]
  const end = lineEnd(source, span.end)
  const comment = source.slice(span.end, end).trimEnd()
  const head = source.slice(span.start, yes?.span.start ?? span.end).trimEnd() + comment
  const lineBreak = lineBreakOf(source)
  let text = head
  const carries = [{ start: 0, end: 1, ids: [owner.id] }]
  for (const [word, statement] of [["", yes] as const, ["ELSE", no] as const]) {
    if (statement === undefined) continue
    if (word !== "") text += `${lineBreak}${indent}${word}`
    text += `${lineBreak}${indent}${indentUnit}`
    const start = text.length
    text += source.slice(statement.span.start, statement.span.end)
    carries.push({ start, end: text.length, ids: idsInside(draft, statement.span) })
  }
  text += `${lineBreak}${indent}END IF`
  const edit: DraftEdit = { span: { start: span.start, end }, text, carries }
  return revise(draft, [edit])
}

const idsInside = (
  draft: Draft,
  span: { readonly start: number; readonly end: number },
): string[] =>
  draft.steps.flatMap(({ statement }, index) =>
    span.start <= statement.span.start && statement.span.start < span.end
      ? [draft.layout.stepIds[index]!]
      : [],
  )

export function removeSelect(draft: Draft, owner: Located): Draft {
  return revise(draft, [removeLines(draft, regionOf(draft, owner.place, owner.at, owner.at + 1))])
}

/** Adds `CASE value` with an optional GOTO, before CASE ELSE. `at`: its place among the cases. */
export function addCase(
  draft: Draft,
  ownerId: string,
  value: string,
  body: string | null,
  at = Number.POSITIVE_INFINITY,
): Draft {
  const owner = requireLocated(draft, ownerId)
  if (!isSelect(owner)) return draft
  const indent = caseIndent(draft, owner)
  const lines = [`${indent}CASE ${value}`]
  if (body !== null) lines.push(`${indent}${indentUnit}${body}`)
  const offset = caseLine(draft, owner, Math.min(at, owner.statement.cases.length))
  const text = lines.join(lineBreakOf(draft.source))
  return revise(draft, [insertLines(draft, { offset, indent }, { text, carries: [] })])
}

/** Removes a case with its body, comments above it included. */
export function removeCase(draft: Draft, ownerId: string, index: number): Draft {
  const owner = requireLocated(draft, ownerId)
  const start = caseLine(draft, owner, index)
  const end = caseLine(draft, owner, index + 1)
  return revise(draft, [{ span: { start, end }, text: "" }])
}
