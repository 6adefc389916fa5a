import type { FoundPhrase } from "./phrase.ts"
import type { LineReader } from "./reader.ts"
import { warnPlanned } from "./unknown.ts"

/**
 * Shapes of commands that are defined with fewer operands. Their lines are kept as they are written,
 * like those of planned phrases. `commas`: so many stand at least between the operands.
 */
const longerShapes: Readonly<Record<string, { readonly commas: number; readonly shape: string }>> =
  {
    DELETE: { commas: 1, shape: "DELETE table, filter" },
    POST: { commas: 3, shape: "POST url, a, b, c" },
    PUT: { commas: 3, shape: "PUT url, a, b, c" },
    PATCH: { commas: 3, shape: "PATCH url, a, b, c" },
    SET: { commas: 2, shape: "SET table, filter, values" },
  }

/** Finds the shape that is not available yet when more operands follow a phrase than its forms have; null otherwise. */
export function findLongerShape(reader: LineReader, phrase: FoundPhrase): string | null {
  if (phrase.words === "FILTER") return hasWhere(reader) ? "FILTER list WHERE" : null
  const longer = Object.hasOwn(longerShapes, phrase.words) ? longerShapes[phrase.words] : undefined
  if (longer === undefined || reader.isInList) return null
  return countCommas(reader, reader.index + phrase.tokenCount) >= longer.commas
    ? longer.shape
    : null
}

/** Warns that the shape is not available yet, at the words of the phrase. */
export function warnLonger(reader: LineReader, { tokenCount }: FoundPhrase, shape: string) {
  const end = reader.peek(tokenCount - 1).end
  warnPlanned(reader, { start: reader.peek().start, end }, shape)
}

const hasWhere = (reader: LineReader): boolean =>
  reader.tokens
    .slice(reader.index)
    .some((token) => token.kind === "word" && token.upper === "WHERE")

/** Commas up to the end of the statement or of the brackets around it, without those inside brackets. */
function countCommas(reader: LineReader, from: number): number {
  let count = 0
  for (let at = from; at < reader.tokens.length; at++) {
    const token = reader.tokens[at]
    if (token?.kind === "word" && ["THEN", "ELSE"].includes(token.upper)) return count
    if (token?.kind !== "symbol") continue
    if ([")", "]", "}"].includes(token.text)) return count
    if (token.text === ",") count++
    else if (token.match !== null) at = token.match
  }
  return count
}
