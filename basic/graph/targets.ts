/** The labels a statement leads to, and the same statement leading elsewhere. */
import type { Statement } from "../ast/nodes.ts"

/** An outlet that is written as a GOTO inside the statement itself. */
export interface LabelTarget {
  readonly key: "failed" | "timeout" | "message" | "silence" | "gosub" | "goto"
  readonly label: string
}

/** Lists the label a statement names in its own line, bodies left out: at most one. */
export function listTargets(statement: Statement): LabelTarget[] {
  switch (statement.kind) {
    case "AssignStatement":
    case "CommandStatement":
    case "CallStatement":
      return statement.failGoto === null ? [] : [{ key: "failed", label: statement.failGoto }]
    case "HearStatement":
      return statement.timeout?.label ? [{ key: "timeout", label: statement.timeout.label }] : []
    case "OnErrorStatement":
      return statement.label === null ? [] : [{ key: "failed", label: statement.label }]
    case "OnMessageStatement":
      return [{ key: "message", label: statement.label }]
    case "OnSilenceStatement":
      return [{ key: "silence", label: statement.label }]
    case "GosubStatement":
      return [{ key: "gosub", label: statement.label }]
    case "GotoStatement":
      return [{ key: "goto", label: statement.label }]
    default:
      return []
  }
}

/** Labels are names: compared without case. */
export const sameLabel = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
