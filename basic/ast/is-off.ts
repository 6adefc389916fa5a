import type { Statement } from "./nodes.ts"

/** The comment that switches off the statement below it. */
export const offComment = "@off"

/**
 * Tells whether a statement is switched off: `@off` is one of the comments directly above it.
 * It stays in the text and on the canvas with everything inside it, and is neither checked nor run.
 * Places that others lead to (labels, SUBs, FUNCTIONs) and jumps cannot be switched off.
 */
export function isOff(statement: Statement): boolean {
  const { leading } = statement
  if (leading.length === 0 || !canBeOff(statement)) return false
  for (let at = leading.length - 1; at >= 0; at--) {
    const trivia = leading[at]
    if (trivia?.kind !== "Comment") return false
    if (trivia.text.trim().toLowerCase() === offComment) return true
  }
  return false
}

function canBeOff(statement: Statement): boolean {
  switch (statement.kind) {
    case "LabelStatement":
    case "ProcedureStatement":
    case "GotoStatement":
    case "StopStatement":
      return false
    case "ExitStatement":
      return statement.what !== "SUB" && statement.what !== "FUNCTION"
    default:
      return true
  }
}
