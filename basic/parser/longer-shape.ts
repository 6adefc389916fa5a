import type { FoundPhrase } from "./phrase.ts"
import type { LineReader } from "./reader.ts"
import { warnPlanned } from "./unknown.ts"

/**
 * Shapes of commands that are defined with fewer operands. Their lines are kept as they are written,
 * like those of planned phrases.
 */
const longerShapes: Readonly<Record<string, string>> = {
  POST: "POST url, a, b, c",
  PUT: "PUT url, a, b, c",
  PATCH: "PATCH url, a, b, c",
}

/** Where reading a command began, to go back to when its shape is not available yet. */
export interface CommandStart {
  readonly index: number
  readonly findings: number
}

export const markStart = (reader: LineReader): CommandStart => ({
  index: reader.index,
  findings: reader.context.diagnostics.length,
})

/**
 * Says whether a comma behind all operands shows a shape that is not available yet. Then the reader is
 * back at the first word, and a warning stands there.
 */
export function goBackIfLonger(
  reader: LineReader,
  phrase: FoundPhrase,
  start: CommandStart,
): boolean {
  const shape = Object.hasOwn(longerShapes, phrase.words) ? longerShapes[phrase.words] : undefined
  if (shape === undefined || reader.isInList || !reader.isSymbol(",")) return false
  reader.index = start.index
  reader.context.diagnostics.length = start.findings
  warnShape(reader, phrase, shape)
  return true
}

function warnShape(reader: LineReader, { tokenCount }: FoundPhrase, shape: string) {
  const end = reader.peek(tokenCount - 1).end
  warnPlanned(reader, { start: reader.peek().start, end }, shape)
}
