import type { Operands } from "../ast/nodes.ts"
import { findCommand } from "./index.ts"
import { plannedPhrases } from "./planned.ts"

const declaring: ReadonlySet<string> = new Set([
  "#workflow",
  ...plannedPhrases.filter((each) => each.isDeclaration).map(({ phrase }) => phrase),
])

/**
 * Says whether a statement that has no definition yet declares something about the script instead of
 * doing something. The flow passes over those. Shape: `words` as in UnknownStatement.
 */
export const isDeclaration = (words: string): boolean => declaring.has(words)

/** The code that says of a statement that it is not available yet. */
export const plannedCode = (words: string) =>
  isDeclaration(words) ? "basic.planned_declaration" : "basic.planned_keyword"

/** Says whether a command only declares: SET SCHEDULE does with a time that is written out, and no script to run. */
export const declaresOnly = (keyword: string, operands: Operands): boolean =>
  keyword === "SET SCHEDULE"
    ? operands.script === undefined && operands.when?.kind === "TextLiteral"
    : findCommand(keyword)?.runsOn === "declaration"
