import type { Statement } from "../ast/nodes.ts"
import type { Span } from "../source/span.ts"
import { textSpanOf } from "./text-span.ts"

/** A jump of a statement. `isFromMain`: it may come from anywhere, and lands in the outermost body of the main flow. */
export interface Jump {
  readonly label: string
  readonly isFromMain: boolean
  readonly span: Span
}

/** Lists the labels a statement can lead to. `source` is the program's text, to point at the name. */
export function listJumps(statement: Statement, source: string): Jump[] {
  const found = findLabel(statement)
  if (found === null) return []
  const isFromMain =
    statement.kind === "OnMessageStatement" || statement.kind === "OnSilenceStatement"
  return [{ label: found, isFromMain, span: textSpanOf(statement, found, source) }]
}

function findLabel(statement: Statement): string | null {
  switch (statement.kind) {
    case "GotoStatement":
    case "GosubStatement":
    case "OnMessageStatement":
    case "OnSilenceStatement":
    case "OnErrorStatement":
      return statement.label
    case "AssignStatement":
    case "CommandStatement":
    case "CallStatement":
      return statement.failGoto
    case "HearStatement":
      return statement.timeout?.label ?? null
    default:
      return null
  }
}
