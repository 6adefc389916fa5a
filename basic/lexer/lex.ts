/**
 * Cuts a source text into logical lines of tokens.
 *
 * One statement stands on one logical line, which goes on over line breaks inside brackets and texts,
 * after commas and operators, and before clause lines of a few commands (`continuation.ts`). What a
 * character means depends on where it stands: `'` opens a text where an operand is expected and a
 * comment elsewhere, `#` begins a comment at the start of a line but an object in `#{`, and in the
 * body of a text block nothing has a meaning but `${`. All of that is decided here, once, so that the
 * parser never looks at characters. The lexer never fails: what it cannot read becomes a token that
 * the parser reports. It reads each character a bounded number of times, whatever the text.
 */
import type { Trivia } from "../ast/nodes.ts"
import { findLineEnd, isLineBreak, skipBlanks, skipLineBreak } from "./characters.ts"
import { readLineComment } from "./comment.ts"
import type { Budget } from "./interpolation.ts"
import { LogicalLine, type Quotes } from "./logical-line.ts"
import { RawLines } from "./raw-line.ts"
import { findLineNumberEnd, isLoneMark, labelOfNumber } from "./statement-mark.ts"
import { collectBody, findBlockOpener, readBody } from "./text-block.ts"
import {
  endToken,
  type LexedSource,
  type SourceLine,
  type TextBlockLine,
  type Token,
} from "./token.ts"

/** Reads a whole source text. */
export function lexLines(source: string): LexedSource {
  return new Lexer(source).lexAll()
}

/** Lines from the middle of a text on. `end`: where the lexer stopped, at the beginning of a line. */
export interface LexedPart extends LexedSource {
  readonly end: number
}

/**
 * Reads on from `start`, which is the beginning of a line no statement reaches into, up to the first place behind a
 * statement that `isEnd` takes, or to the end of the text.
 */
export function lexFrom(
  source: string,
  start: number,
  isEnd: (offset: number) => boolean,
): LexedPart {
  return new Lexer(source, start).lexPart(isEnd)
}

/** Reads the tokens of an expression in a part of the text, as between `${` and `}`. Ends with an EndToken. */
export function lexRange(source: string, start: number, end: number): Token[] {
  const line = new LogicalLine(source, start, end, newBudget(end - start), newQuotes())
  line.read()
  return line.tokens
}

/** Interpolations are looked for at most this many times the length of the text. */
const budgetFactor = 20

const newBudget = (length: number): Budget => ({ steps: length * budgetFactor + 1000 })
const newQuotes = (): Quotes => ({ '"': false, "'": false, "`": false })

/** What stands above most statements. */
const none: readonly Trivia[] = []

class Lexer {
  private at: number
  /** Another statement stands before this place on its line. */
  private isMidLine = false
  /** The same, and a number of the line counts as well. */
  private isBehind = false
  private trivia: Trivia[] = []
  private readonly source: string
  private readonly lines: SourceLine[] = []
  private readonly hashComments: number[] = []
  private readonly budget: Budget
  private readonly quotes: Quotes = newQuotes()
  private readonly raw: RawLines

  constructor(source: string, start = 0) {
    this.source = source
    this.at = start
    this.budget = newBudget(source.length)
    this.raw = new RawLines(source)
  }

  lexAll(): LexedSource {
    while (this.at < this.source.length) this.lexNext()
    return { lines: this.lines, closing: this.trivia, hashComments: this.hashComments }
  }

  lexPart(isEnd: (offset: number) => boolean): LexedPart {
    while (this.at < this.source.length) {
      this.lexNext()
      if (this.trivia.length === 0 && isEnd(this.at)) break
    }
    const { lines, trivia: closing, hashComments, at: end } = this
    return { lines, closing, hashComments, end }
  }

  private lexNext() {
    const start = skipBlanks(this.source, this.at, this.source.length)
    if (start >= this.source.length || isLineBreak(this.source[start])) {
      this.addBlankLine(start)
      return
    }
    if (isLoneMark(this.source, start)) {
      this.hashComments.push(start)
      this.endLine(skipBlanks(this.source, start + 1, this.source.length))
      return
    }
    const comment = readLineComment(this.source, start, this.source.length)
    if (comment !== null) {
      if (comment.isOdd) this.hashComments.push(start)
      if (!this.addTrailing(comment.text)) this.trivia.push({ kind: "Comment", text: comment.text })
      this.endLine(comment.end)
    } else if (this.isMidLine || (!this.lexTextBlock(start) && !this.lexRaw(start)))
      this.lexCode(start)
  }

  /** A comment behind `10` or `TALK "a":` belongs to what stands before it on the line. */
  private addTrailing(text: string): boolean {
    const last = this.lines.at(-1)
    if (!this.isBehind || last?.kind !== "code" || last.trailing !== null) return false
    this.lines[this.lines.length - 1] = { ...last, trailing: text }
    return true
  }

  private addBlankLine(end: number) {
    if (end < this.source.length && this.trivia.at(-1)?.kind !== "BlankLine")
      this.trivia.push({ kind: "BlankLine" })
    this.endLine(end)
  }

  private endLine(end: number) {
    this.at = skipLineBreak(this.source, end, this.source.length)
    this.isMidLine = this.at === end && end < this.source.length
    this.isBehind = this.isMidLine
  }

  private takeTrivia(): readonly Trivia[] {
    if (this.trivia.length === 0) return none
    const taken = this.trivia
    this.trivia = []
    return taken
  }

  private lexTextBlock(start: number): boolean {
    const opener = findBlockOpener(this.source, start)
    if (opener === null) return false
    const lineEnd = findLineEnd(this.source, opener.end, this.source.length)
    const header = new LogicalLine(this.source, opener.end, lineEnd, this.budget, this.quotes)
    header.read()
    const body = collectBody(this.source, lineEnd, opener.name)
    const line: TextBlockLine = {
      kind: "textBlock",
      name: opener.name,
      header: header.tokens,
      segments: body.isClosed ? readBody(this.source, body, this.budget) : [],
      isClosed: body.isClosed,
      start,
      end: body.end,
      leading: this.takeTrivia(),
      trailing: header.comment,
    }
    this.lines.push(line)
    this.endLine(body.end)
    return true
  }

  private lexRaw(start: number): boolean {
    const raw = this.raw.find(start)
    if (raw === null) return false
    const text = this.source.slice(start, raw.end).trimEnd()
    this.lines.push({
      kind: "raw",
      words: raw.words,
      isClosed: raw.isClosed,
      start,
      end: start + text.length,
      leading: this.takeTrivia(),
      trailing: null,
    })
    this.endLine(raw.end)
    return true
  }

  private lexCode(start: number) {
    if (this.lexLineNumber(start)) return
    const { source, budget, quotes } = this
    const line = new LogicalLine(source, start, source.length, budget, quotes, true)
    const end = line.read()
    if (line.oddMark >= 0) this.hashComments.push(line.oddMark)
    this.lines.push({
      kind: "code",
      tokens: line.tokens,
      inner: line.inner,
      start,
      end: line.tokens.at(-2)?.end ?? start,
      leading: this.takeTrivia(),
      trailing: line.comment,
    })
    if (line.tokens[2]?.kind === "symbol") this.partNext(line.tokens)
    this.endLine(end)
  }

  /** `NEXT j, i` ends two loops: a line for each. */
  private partNext(tokens: readonly Token[]) {
    const [next, , comma, name, end] = tokens
    const isNext = next?.kind === "word" && next.upper === "NEXT" && tokens.length === 5
    if (!isNext || comma?.kind !== "symbol" || comma.text !== "," || name?.kind !== "word") return
    const last = this.lines.pop()
    if (last?.kind !== "code" || end === undefined) return
    const { start } = name
    const first = { ...last, tokens: [...tokens.slice(0, 2), endToken(comma.start)] }
    const again = { ...next, start, end: start }
    this.lines.push({ ...first, end: comma.start, trailing: null })
    this.lines.push({ ...last, tokens: [again, name, end], inner: [], start, leading: [] })
  }

  /** `10 TALK "a"`: the number is a label, and the statement a line of its own. */
  private lexLineNumber(start: number): boolean {
    const end = findLineNumberEnd(this.source, start)
    if (end < 0) return false
    const text = labelOfNumber(this.source.slice(start, end))
    const upper = text.toUpperCase()
    const next = skipBlanks(this.source, end, this.source.length)
    const hasColon = this.source[next] === ":"
    const colon = hasColon ? next : end
    const behind = hasColon ? colon + 1 : end
    const mark = { kind: "symbol", text: ":", match: null, hasComma: false } as const
    this.lines.push({
      kind: "code",
      tokens: [
        { kind: "word", text, upper, start, end, hasSpaceBefore: true },
        { ...mark, start: colon, end: behind, hasSpaceBefore: false },
        endToken(behind),
      ],
      inner: [],
      start,
      end: behind,
      leading: this.takeTrivia(),
      trailing: null,
    })
    this.endLine(behind)
    // A block of text or a TABLE may begin behind a number, as at the beginning of a line.
    this.isMidLine = false
    return true
  }
}
