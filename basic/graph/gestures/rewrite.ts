/** Writes one statement anew in its place: for statements without bodies. */
import type { Statement } from "../../ast/nodes.ts"
import { parse } from "../../parser/parse.ts"
import { printStatement } from "../../printer/print.ts"
import { endOf } from "../extent.ts"
import { indentAt } from "../lines.ts"
import { type Draft, revise } from "./draft.ts"
import { requireLocated } from "./outcome.ts"
import { programLines } from "./write.ts"

/** Replaces the text of a statement by the printed form of another; its comments stay where they are. */
export function rewriteStatement(draft: Draft, id: string, statement: Statement): Draft {
  const old = requireLocated(draft, id).statement
  const span = { start: old.span.start, end: endOf(draft.source, old) }
  const printed = printStatement({ ...statement, leading: [], trailing: null }).trim()
  const lines = programLines(printed, parse(printed).program, indentAt(draft.source, span.start))
  return replaceText(draft, id, span, lines.trimStart())
}

/** Replaces a part of a statement's text; the statement keeps its id. */
export function replaceText(
  draft: Draft,
  id: string,
  span: { readonly start: number; readonly end: number },
  text: string,
): Draft {
  const own = requireLocated(draft, id).statement.span
  const carries = span.start === own.start ? [{ start: 0, end: 1, ids: [id] }] : []
  return revise(draft, [{ span, text, carries }])
}
