import type { SourceLine, Token } from "../lexer/token.ts"
import { normalName } from "../parser/normal-name.ts"
import type { Span } from "../source/span.ts"
import { SegmentText } from "./occurrences.ts"
import type { SourceModel } from "./source-model.ts"
import { segmentAt } from "./symbols.ts"

/** What stands before the cursor in its statement. */
export interface CursorPlace {
  /** "code": a statement or an expression; "text": between quotes; "none": a comment or raw lines. */
  readonly kind: "code" | "text" | "none"
  /** Tokens of the statement that end before the word being written; the ones of the interpolation inside a text. */
  readonly tokens: readonly Token[]
  /** The word being written, maybe empty: what a completion replaces. */
  readonly word: Span & { readonly text: string }
  /** Tokens begin with the first word of a statement. */
  readonly isStatement: boolean
  /** The SUB or FUNCTION around, normal spelling. */
  readonly flow: string | null
}

const wordPattern = /[\p{L}_][\p{L}\p{M}\p{N}_]*\$?$/u
/** Longer words are cut. Units: UTF-16 code units. */
const longestWord = 200

/** Reads what stands before an offset. */
export function placeAt(model: SourceModel, offset: number): CursorPlace {
  const { source } = model
  const typed = wordPattern.exec(source.slice(Math.max(0, offset - longestWord), offset))?.[0] ?? ""
  const word = { start: offset - typed.length, end: offset, text: typed }
  const segment = segmentAt(model, offset)
  const by = segment === null ? 0 : segment.start - segment.origin
  const line = findLine(segment?.lines ?? [], offset - by)
  const flow = flowAt(segment?.lines ?? [], offset - by)
  const place = (kind: CursorPlace["kind"], tokens: readonly Token[], isStatement = true) => ({
    kind,
    tokens,
    word,
    isStatement,
    flow,
  })
  const lineStart =
    Math.max(source.lastIndexOf("\n", offset - 1), source.lastIndexOf("\r", offset - 1)) + 1
  if (segment === null || line === null || line.end + by < lineStart) {
    const before = source.slice(lineStart, offset)
    return place(/^\s*(?:'|\/\/|#(?!\{)|rem\b)/i.test(before) ? "none" : "code", [])
  }
  const text = new SegmentText(segment, source)
  if (line.kind !== "code") return inRaw(line, { text, offset: offset - by, by }, place)
  const before = line.tokens.filter((token) => token.kind !== "end" && token.end <= word.start - by)
  const around = line.tokens.find(
    (token) =>
      token.kind === "text" &&
      token.start < offset - by &&
      (offset - by < token.end || !token.isClosed),
  )
  if (around?.kind === "text") {
    const inside = findInterpolation(text.slice(around.start, offset - by))
    if (inside === null) return place("text", before)
    const start = around.start + inside
    return place("code", text.lex(start, word.start - by).filter(isReal), false)
  }
  const isComment = /'/.test(text.slice(line.end, offset - by))
  return place(isComment ? "none" : "code", before)
}

const isReal = (token: Token): boolean => token.kind !== "end"

type MakePlace = (
  kind: CursorPlace["kind"],
  tokens: readonly Token[],
  isStatement?: boolean,
) => CursorPlace

function inRaw(
  line: SourceLine,
  { text, offset }: { readonly text: SegmentText; readonly offset: number; readonly by: number },
  place: MakePlace,
): CursorPlace {
  if (line.kind !== "textBlock") return place("none", [])
  const inside = findInterpolation(text.slice(line.start, offset))
  if (inside === null) return place("none", [])
  return place("code", text.lex(line.start + inside, offset).filter(isReal), false)
}

/** Where the expression of an interpolation that is open at the end of a text begins; null when none is. */
function findInterpolation(text: string): number | null {
  const open = text.lastIndexOf("${")
  return open < 0 || text.indexOf("}", open) >= 0 || /[\r\n]/.test(text.slice(open))
    ? null
    : open + 2
}

/** The last line that begins at or before an offset. */
function findLine(lines: readonly SourceLine[], offset: number): SourceLine | null {
  let found: SourceLine | null = null
  for (const line of lines) {
    if (line.start > offset) break
    found = line
  }
  return found
}

/** Procedures stand at the outermost level, so that the first line of a segment tells. */
function flowAt(lines: readonly SourceLine[], offset: number): string | null {
  const first = lines[0]
  if (first?.kind !== "code" || first.start > offset) return null
  const [head, name] = first.tokens
  const isProcedure = head?.kind === "word" && (head.upper === "SUB" || head.upper === "FUNCTION")
  return isProcedure && name?.kind === "word" ? normalName(name.text) : null
}
