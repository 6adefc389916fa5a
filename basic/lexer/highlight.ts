import { lexLines, lexRange } from "./lex.ts"
import type { Segment, SourceLine, Token, WordToken } from "./token.ts"

export type HighlightKind =
  | "keyword"
  | "function"
  | "property"
  | "variable"
  | "number"
  | "text"
  | "operator"
  | "comment"

/** A stretch of the source with one colour. Units: UTF-16 code units. */
export interface Highlight {
  readonly start: number
  readonly end: number
  readonly kind: HighlightKind
}

/** Words of the grammar; the words of commands are handed in. */
const grammarWords = new Set(
  `AND AS ASK BEGIN BETWEEN BREAK BY CALL CASE CONST CONTAINS CONTINUE DEFAULT DO EACH ELSE ELSEIF END ENDIF ENDS ERROR
   EXIT FALSE FOR FUNCTION GOSUB GOTO HEAR IF IN IS LET LIKE LOOP MENU MESSAGE MOD NEXT NOT NULL ON OPTION OR RESUME RETURN
   SELECT SET SILENCE STARTS STEP STRICT SUB SWITCH THEN TIMEOUT TO TRUE UNTIL WEND WHERE WHILE WITH`.split(
    /\s+/,
  ),
)

/** Tells how each stretch of a source text is coloured, in order, by the lexer the compiler uses. */
export function highlight(source: string, commandWords: ReadonlySet<string>): Highlight[] {
  const found: Highlight[] = []
  const paint = (start: number, end: number, kind: HighlightKind) => {
    if (end > start) found.push({ start, end, kind })
  }
  let at = 0
  for (const line of lexLines(source).lines) {
    paintComments(source, at, line.start, paint)
    paintLine(source, line, commandWords, paint)
    at = line.end
  }
  paintComments(source, at, source.length, paint)
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

type Paint = (start: number, end: number, kind: HighlightKind) => void

/** What lies between statements and is not blank is comment. */
function paintComments(source: string, from: number, to: number, paint: Paint) {
  for (const match of source.slice(from, to).matchAll(/\S[^\r\n]*/g)) {
    const text = match[0].trimEnd()
    // A colon alone parts two statements of one line.
    paint(
      from + match.index,
      from + match.index + text.length,
      text === ":" ? "operator" : "comment",
    )
  }
}

function paintLine(source: string, line: SourceLine, words: ReadonlySet<string>, paint: Paint) {
  if (line.kind === "code") return paintTokens(source, line.tokens, words, paint)
  if (line.kind === "raw") return paint(line.start, line.end, "text")
  const headEnd = source.indexOf("\n", line.start)
  const lastLine = source.lastIndexOf("\n", line.end - 1) + 1
  paint(line.start, headEnd < 0 ? line.end : headEnd, "keyword")
  if (headEnd < 0) return
  if (line.isClosed) paint(Math.max(lastLine, headEnd), line.end, "keyword")
  paintText(source, headEnd, line.isClosed ? lastLine : line.end, line.segments, words, paint)
}

/** Paints a text and, over it, the expressions inside. */
function paintText(
  source: string,
  start: number,
  end: number,
  segments: readonly Segment[],
  words: ReadonlySet<string>,
  paint: Paint,
) {
  let at = start
  for (const segment of segments) {
    if (segment.kind !== "expression") continue
    paint(at, segment.start, "text")
    paintTokens(source, lexRange(source, segment.start, segment.end), words, paint)
    at = segment.end
  }
  paint(at, end, "text")
}

function paintTokens(
  source: string,
  tokens: readonly Token[],
  words: ReadonlySet<string>,
  paint: Paint,
) {
  let at = tokens[0]?.start ?? 0
  tokens.forEach((token, index) => {
    if (token.kind === "end") return
    paintComments(source, at, token.start, paint)
    at = token.end
    if (token.kind === "number") paint(token.start, token.end, "number")
    else if (token.kind === "text")
      paintText(source, token.start, token.end, token.segments, words, paint)
    else if (token.kind === "symbol") paint(token.start, token.end, "operator")
    else if (token.kind === "word") {
      const kind = classifyWord(token, tokens[index - 1], tokens[index + 1], words)
      paint(token.start, token.end, kind)
    }
  })
}

/**
 * The words of a phrase are separated by blanks; an old spelling joins them with underscores. Words of commands are
 * names as well (`list`, `start`): in small letters they are one, unless the line begins with them.
 */
function classifyWord(
  { text, upper }: WordToken,
  before: Token | undefined,
  after: Token | undefined,
  words: ReadonlySet<string>,
): HighlightKind {
  const isMember = before?.kind === "symbol" && (before.text === "." || before.text === "?.")
  if (isMember) return "property"
  const isAssigned =
    before === undefined && after?.kind === "symbol" && /^([.[]|[-+*/]?=)$/.test(after.text)
  const isLabel = before === undefined && after?.kind === "symbol" && after.text === ":"
  if (isAssigned || isLabel) return "variable"
  const isBehindThen =
    before?.kind === "word" && (before.upper === "THEN" || before.upper === "ELSE")
  const isCommand = text === upper || before === undefined || isBehindThen
  const isKnown = (word: string) => grammarWords.has(word) || (isCommand && words.has(word))
  if (isKnown(upper) || (upper.includes("_") && upper.split("_").every(isKnown))) return "keyword"
  return after?.kind === "symbol" && after.text === "(" && !after.hasSpaceBefore
    ? "function"
    : "variable"
}
