import {
  findLineEnd,
  findMatchEnd,
  findWordEnd,
  isAsciiWordCode,
  isBlank,
  isLineBreak,
  matchAt,
  skipBlanks,
  skipLineBreak,
} from "./characters.ts"
import { isDashComment, isOperandNext, isQuoteText, readLineComment } from "./comment.ts"
import { continues, mayContinue } from "./continuation.ts"
import type { Budget } from "./interpolation.ts"
import { isForeignPart, isIdleColon, isLabelBefore, partsStatements } from "./statement-mark.ts"
import { symbolAt } from "./symbols.ts"
import { type ScannedText, scanText, scanTypographic } from "./text.ts"
import { endToken, type SymbolToken, type TextToken, type Token } from "./token.ts"
import { wordOf } from "./words.ts"

/** By quote: true once a text was found that nothing closes, so that no later one searches to the end again. */
export type Quotes = Record<'"' | "'" | "`", boolean>

const number = /0[xX][0-9a-fA-F]+|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const closerOf: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["#{", "}"],
  ["${", "}"],
])
const capitalR = 0x52
const rem = /REM(?=[ \t\r\n]|$)/y
const blockWords = new Set(["IF", "ELSE", "ELSEIF", "WHILE", "FOR"])

/** Nearly all statements stand on one line of text. */
const none: readonly string[] = []

/** Reads one logical line from `start`. The tokens end with an EndToken. */
export class LogicalLine {
  readonly tokens: Token[] = []
  inner: readonly string[] = none
  comment: string | null = null
  /** Where a `#` or `--` begins the comment behind the statement, or a `;` ends it; -1 when none does. */
  oddMark = -1
  /** Another statement follows on the same line of text. */
  isParted = false
  /** The next token is the first on its line of text. */
  private isAfterBreak = true
  private at: number
  private readonly brackets: SymbolToken[] = []
  private readonly source: string
  private readonly limit: number
  private readonly budget: Budget
  private readonly quotes: Quotes
  private readonly mayPart: boolean
  /** A `:` outside brackets belongs to the statement, so that a later one does not part it. */
  private hasColon = false
  /** Units: `?` outside brackets that have no `:` yet. */
  private waiting = 0

  constructor(
    source: string,
    start: number,
    limit: number,
    budget: Budget,
    quotes: Quotes,
    mayPart = false,
  ) {
    this.source = source
    this.at = start
    this.limit = limit
    this.budget = budget
    this.quotes = quotes
    this.mayPart = mayPart
  }

  /** Gives the offset of the line break that ends the logical line, or of what follows a `:` that does. */
  read(): number {
    while (!this.isParted) {
      const from = this.at
      this.at = skipBlanks(this.source, from, this.limit)
      const hasSpace = this.at > from || this.isAfterBreak
      if (this.at >= this.limit) break
      if (isLineBreak(this.source[this.at])) {
        if (!this.continueLine(false)) break
      } else if (this.isContinuationMark()) {
        this.at = findLineEnd(this.source, this.at, this.limit)
        if (!this.continueLine(true)) break
      } else this.readToken(hasSpace)
    }
    const end = this.isParted ? (this.tokens.at(-1)?.end ?? this.at) : this.at
    this.tokens.push(endToken(end))
    return this.at
  }

  /** `_` alone at the end of a line. */
  private isContinuationMark(): boolean {
    if (this.source[this.at] !== "_") return false
    const next = skipBlanks(this.source, this.at + 1, this.limit)
    return next >= this.limit || isLineBreak(this.source[next])
  }

  /** Steps over a line break, and over comments and empty lines behind it, when the statement goes on. */
  private continueLine(isMarked: boolean): boolean {
    let comments: string[] | null = null
    let next = skipLineBreak(this.source, this.at, this.limit)
    let isGap = false
    while (next < this.limit) {
      const start = skipBlanks(this.source, next, this.limit)
      if (start >= this.limit) break
      const isText = this.source[start] === "'" && isQuoteText(this.source, start, this.tokens)
      const comment = isText ? null : readLineComment(this.source, start, this.limit)
      if (comment !== null) {
        comments ??= []
        comments.push(comment.text)
      } else if (isLineBreak(this.source[start])) isGap = true
      else break
      next = skipLineBreak(this.source, comment?.end ?? start, this.limit)
    }
    next = skipBlanks(this.source, next, this.limit)
    if (next >= this.limit || !(isMarked ? !isGap : this.goesOn(next, isGap))) return false
    if (this.comment !== null || comments !== null)
      this.inner = this.inner.concat(this.comment ?? [], comments ?? [])
    this.comment = null
    this.at = next
    this.isAfterBreak = true
    return true
  }

  private goesOn(next: number, isGap: boolean): boolean {
    const { source, tokens } = this
    const isBracketOpen = this.brackets.length > 0
    if (!isBracketOpen && !mayContinue(source, next, tokens)) return false
    return continues({ source, next, tokens, isBracketOpen, isGap })
  }

  private readToken(hasSpaceBefore: boolean) {
    this.isAfterBreak = false
    const start = this.at
    const code = this.source.charCodeAt(start)
    if (isAsciiWordCode(code) && code > 0x39 && code !== capitalR) {
      this.readWord(hasSpaceBefore)
      return
    }
    const character = this.source[start] ?? ""
    if (character === "'" && (this.quotes["'"] || !isQuoteText(this.source, start, this.tokens))) {
      this.readComment(1)
    } else if (
      hasSpaceBefore &&
      (character === "/" || character === "#" || character === "R" || character === "-") &&
      this.readForeignComment(character)
    ) {
      return
    } else if (character === '"' || character === "'" || character === "`") {
      this.readText(character, hasSpaceBefore)
    } else if (!this.readNumber(hasSpaceBefore) && !this.readWord(hasSpaceBefore)) {
      this.readSymbol(hasSpaceBefore)
    }
  }

  private readComment(marker: number) {
    const end = findLineEnd(this.source, this.at, this.limit)
    const text = this.source.slice(this.at + marker, end).trim()
    const last = this.tokens.at(-1)
    // An empty comment behind the name `_` only says that the line ends here.
    this.comment = text === "" && last?.kind === "word" && last.text === "_" ? null : text
    this.at = end
  }

  /** `// why`, `# why`, `-- why` and `REM why` behind a statement. */
  private readForeignComment(character: string): boolean {
    const { source, at, tokens } = this
    if (tokens.length === 0) return false
    if (character === "/" && source[at + 1] === "/") {
      this.readComment(2)
      return true
    }
    if (character === "/") return this.readEnclosed()
    const isEnd = !isOperandNext(tokens) || this.brackets.length > 0
    if (character === "#" && isBlank(source[at + 1]) && isEnd) {
      this.oddMark = at
      this.readComment(1)
      return true
    }
    if (character === "-" && this.brackets.length === 0 && isDashComment(source, at, tokens)) {
      this.oddMark = at
      this.readComment(2)
      return true
    }
    if (character !== "R" || isOperandNext(tokens) || matchAt(rem, source, at) === null)
      return false
    this.readComment(3)
    return true
  }

  /** A comment of C that ends on its line; one with more behind it moves above the statement. */
  private readEnclosed(): boolean {
    const { source, at, limit } = this
    if (source[at + 1] !== "*") return false
    const lineEnd = findLineEnd(source, at, limit)
    const close = source.slice(at + 2, lineEnd).indexOf("*/")
    if (close < 0) return false
    const text = source.slice(at + 2, at + 2 + close).trim()
    this.oddMark = at
    this.at = skipBlanks(source, at + 2 + close + 2, lineEnd)
    if (this.at === lineEnd) this.comment = text
    else this.inner = this.inner.concat(text)
    return true
  }

  private readText(quote: '"' | "'" | "`", hasSpaceBefore: boolean) {
    const start = this.at
    const limit = this.quotes[quote] ? findLineEnd(this.source, start, this.limit) : this.limit
    const text = scanText(this.source, start, limit, this.budget)
    if (!text.isClosed && this.limit === this.source.length) this.quotes[quote] = true
    this.pushText(quote, start, hasSpaceBefore, text)
  }

  private pushText(
    quote: TextToken["quote"],
    start: number,
    hasSpaceBefore: boolean,
    { end, segments, isMultiline, isClosed }: ScannedText,
  ) {
    this.tokens.push({
      kind: "text",
      quote,
      start,
      end,
      hasSpaceBefore,
      segments,
      isMultiline,
      isClosed,
    })
    this.at = end
  }

  private readNumber(hasSpaceBefore: boolean): boolean {
    const first = this.source.charCodeAt(this.at)
    if (first !== 0x2e && !(first >= 0x30 && first <= 0x39)) return false
    if (first === 0x2e && !hasSpaceBefore && !isOperandNext(this.tokens)) return false
    const end = findMatchEnd(number, this.source, this.at)
    if (end < 0 || end > this.limit) return false
    const start = this.at
    const isDigit = end === start + 1
    const value = isDigit ? first - 0x30 : Number(this.source.slice(start, end))
    this.at = end
    this.tokens.push({ kind: "number", value, start, end, hasSpaceBefore })
    return true
  }

  private readWord(hasSpaceBefore: boolean): boolean {
    const start = this.at
    const end = Math.min(findWordEnd(this.source, start), this.limit)
    if (end < 0) return false
    const { text, upper } = wordOf(this.source, start, end)
    this.at = end
    this.tokens.push({ kind: "word", text, upper, start, end, hasSpaceBefore })
    return true
  }

  private readSymbol(hasSpaceBefore: boolean) {
    const start = this.at
    const text = symbolAt(this.source, start)
    if (text === null && this.readTypographic(hasSpaceBefore)) return
    if (text === null) {
      const strange = String.fromCodePoint(this.source.codePointAt(start) ?? 0)
      this.at += strange.length
      const end = this.at
      this.tokens.push({ kind: "strange", text: strange, upper: "", start, end, hasSpaceBefore })
      return
    }
    this.at = start + text.length
    const isMark = text === ":" || text === "?" || text === ";"
    if (isMark && this.mayPart && this.brackets.length === 0 && this.takesPart(text, start)) return
    const isBlock = text === "{" && this.isBlockBrace()
    const token: SymbolToken = {
      kind: "symbol",
      text: isBlock ? "{block" : text,
      match: null,
      hasComma: false,
      start,
      end: this.at,
      hasSpaceBefore,
    }
    this.tokens.push(token)
    this.pairBracket(token)
  }

  /** Says whether a mark only parts statements, so that it is no token. */
  private takesPart(text: string, start: number): boolean {
    const { source, tokens } = this
    if (text === ";") return this.takesForeignPart(start)
    if (text === "?") this.waiting++
    else if (this.waiting > 0) this.waiting--
    else if (isIdleColon(source, start, tokens)) return true
    else if (!this.hasColon) {
      this.isParted = partsStatements(source, start, tokens)
      this.hasColon = !this.isParted
    }
    return this.isParted && !isLabelBefore(tokens)
  }

  private takesForeignPart(start: number): boolean {
    if (!isForeignPart(this.source, start, this.tokens)) return false
    this.isParted = true
    this.oddMark = start
    return true
  }

  private readTypographic(hasSpaceBefore: boolean): boolean {
    const start = this.at
    const text = scanTypographic(this.source, start, this.limit, this.budget)
    if (text === null) return false
    this.pushText("\u201c", start, hasSpaceBefore, text)
    return true
  }

  private pairBracket(token: SymbolToken) {
    const top = this.brackets.at(-1)
    if (closerOf.has(token.text)) this.brackets.push(token)
    else if (top === undefined) return
    else if (token.text === ",") top.hasComma = true
    else if (token.text === closerOf.get(top.text)) {
      top.match = this.tokens.length - 1
      this.brackets.pop()
    }
  }

  /** `if ready {`: the brace ends the line of a statement that has lines of its own. */
  private isBlockBrace(): boolean {
    const first = this.tokens.find((token) => !(token.kind === "symbol" && token.text === "}"))
    if (first?.kind !== "word" || !blockWords.has(first.upper) || isOperandNext(this.tokens))
      return false
    const next = skipBlanks(this.source, this.at, this.limit)
    return next >= this.limit || isLineBreak(this.source[next])
  }
}
