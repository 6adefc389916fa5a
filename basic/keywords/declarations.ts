import type { Operands } from "../ast/nodes.ts"
import { findCommand } from "./index.ts"

/** An event nothing here sends: `ON MEETING START` ... `END ON`. */
const isEvent = (words: string): boolean => words === "ON" || words.startsWith("ON ")

/**
 * Says whether a statement that is kept as it is written declares something about the script instead of
 * doing something. The flow passes over those. Shape: `words` as in UnknownStatement.
 */
export const isDeclaration = (words: string): boolean =>
  words === "#workflow" || words === endOfSchedule || isEvent(words)

/** Below SET SCHEDULE it is for readers only: all of the script is what is scheduled. */
export const endOfSchedule = "END SCHEDULE"

/** The words that end the block of a statement that is kept as it is written; null when it has none. */
export const closerOf = (words: string): string | null => (isEvent(words) ? "END ON" : null)

/** Says whether a command only declares: SET SCHEDULE does with a time that is written out, and no script to run. */
export const declaresOnly = (keyword: string, operands: Operands): boolean =>
  keyword === "SET SCHEDULE"
    ? operands.script === undefined && operands.when?.kind === "TextLiteral"
    : findCommand(keyword)?.runsOn === "declaration"
