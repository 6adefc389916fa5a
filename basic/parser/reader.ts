import type { Expression } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import type { Facts } from "../diagnostics/entry.ts"
import { nearestFix } from "../diagnostics/nearest-fix.ts"
import { type DiagnosticCode, type FactsOf, report } from "../diagnostics/report.ts"
import { type EndToken, endToken, type Token } from "../lexer/token.ts"
import type { Span } from "../source/span.ts"
import type { FoundPhrase } from "./phrase.ts"
import { failAtForeignOperator, failAtText } from "./slips.ts"

/** What all lines of one program share while it is parsed. */
export interface ParseContext {
  readonly source: string
  readonly diagnostics: Diagnostic[]
  /** Normal spelling of names the program sets; they are variables even where a word could be more. */
  readonly assigned: ReadonlySet<string>
  /** Normal spelling of the program's own SUBs and FUNCTIONs. */
  readonly procedures: ReadonlySet<string>
  /** How many "Did you mean" may still be looked for. */
  readonly suggestions: { left: number }
}

/**
 * Thrown where a line cannot be read, and caught where the line becomes a BrokenStatement. Never leaves
 * the parser. It is no Error, because collecting a stack for each bad line is most of the cost of one.
 */
export class ParseFailure {
  readonly diagnostic: Diagnostic
  constructor(diagnostic: Diagnostic) {
    this.diagnostic = diagnostic
  }
}

/** Operands fit no form of their command. Where a line may be kept as it is written, this is why. */
export class ShapeFailure extends ParseFailure {}

/** Expressions may nest this deep in brackets, and their trees may be this high. */
export const deepestBrackets = 100
export const highestTree = 500

/** Walks the tokens of one line. */
export class LineReader {
  index = 0
  /** Brackets around the current token. */
  depth = 0
  /** Height of the tree of the expression that was read last. */
  height = 0
  /** Inside a list of operands a nested command leaves commas to the list. */
  isInList = false
  /** The list is that of an object, where each comma has a key behind it. */
  isInObject = false
  /** Units: commas of the list that commands in it may still take, because it would be too long with them. */
  spareCommas = 0
  /** How many times lists of this line may still be read again. */
  rereads = 8
  /** Words that go on with the command whose operand is being read: `list FILTER "x"` is the variable and the word. */
  stopWords: { has(word: string): boolean } | null = null
  /** Inside an IF on one line the word ELSE belongs to the IF. */
  isInlineIf = false
  /** What `findPhrases` found last: one place is asked about by several rules. */
  phrases: { readonly index: number; readonly found: readonly FoundPhrase[] } | null = null
  readonly context: ParseContext
  readonly tokens: readonly Token[]
  private readonly end: EndToken

  constructor(context: ParseContext, tokens: readonly Token[]) {
    this.context = context
    this.tokens = tokens
    const last = tokens.at(-1)
    this.end = last?.kind === "end" ? last : endToken(0)
  }

  peek(ahead = 0): Token {
    return this.tokens[this.index + ahead] ?? this.end
  }
  take(): Token {
    const token = this.peek()
    if (token.kind !== "end") this.index++
    return token
  }
  isAtEnd(): boolean {
    return this.peek().kind === "end"
  }
  /** Where the token read last ends. */
  lastEnd(): number {
    return this.tokens[this.index - 1]?.end ?? this.peek().start
  }
  spanFrom(start: number): Span {
    return { start, end: Math.max(start, this.lastEnd()) }
  }

  isWord(upper: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === "word" && token.upper === upper
  }
  takeWord(upper: string): boolean {
    const isHere = this.isWord(upper)
    if (isHere) this.index++
    return isHere
  }
  /** Behind the statement of an IF on one line: ELSE, END IF, or the `:` before the next statement. */
  endsInline(): boolean {
    if (!this.isInlineIf) return false
    const isEndIf = this.isWord("ENDIF") || (this.isWord("END") && this.isWord("IF", 1))
    const isElse = this.isWord("ELSE") || this.isWord("ELSEIF")
    return isElse || this.isSymbol(":") || isEndIf
  }
  /** The next token goes on with the command around the value that is being read. */
  isStopWord(): boolean {
    const token = this.peek()
    return token.kind === "word" && this.stopWords?.has(token.upper) === true
  }
  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === "symbol" && token.text === text
  }
  takeSymbol(text: string): boolean {
    const isHere = this.isSymbol(text)
    if (isHere) this.index++
    return isHere
  }

  /** Takes a name, or fails saying what it is for: "the name of a variable". */
  takeName(expected: string): string {
    const token = this.peek()
    if (token.kind !== "word") return this.failExpecting(expected)
    this.index++
    return token.text
  }
  needWord(upper: string, keyword: string) {
    if (this.takeWord(upper)) return
    this.failAtText()
    failAtForeignOperator(this)
    this.fail("basic.missing_word", this.peek(), { keyword, word: upper })
  }
  /** Fails when something follows; `after` names what is complete. */
  needEnd(after: string) {
    if (!this.isAtEnd()) this.failRest(after)
  }
  failRest(after: string): never {
    this.failAtText()
    failAtForeignOperator(this)
    failAtText(this, after)
    return this.fail("basic.unexpected_rest", this.peek(), { found: this.show(), after })
  }

  /** The next token in the words of a message. */
  show(): string {
    const token = this.peek()
    if (token.kind === "end") return "the end of the line"
    const text = this.context.source.slice(token.start, token.end)
    return token.kind === "text" ? `the text ${text}` : text
  }
  failExpecting(expected: string): never {
    this.failAtText()
    failAtForeignOperator(this)
    return this.fail("basic.unexpected", this.peek(), { expected, found: this.show() })
  }
  /** A text without its closing quote, or a strange character, explains more than what it stands in the way of. */
  failAtText() {
    const token = this.peek()
    if (token.kind === "text" && !token.isClosed)
      this.fail(
        "basic.unclosed_text",
        { start: token.start, end: token.start + 1 },
        { quote: token.quote },
      )
    if (token.kind === "strange")
      this.fail("basic.unexpected_character", token, {
        found: token.text,
        hint: hintFor(token.text),
      })
  }

  /** Adds a finding and reads on. */
  note<C extends DiagnosticCode>(code: C, at: Span, facts: FactsOf<C>, fix?: Diagnostic["fix"]) {
    this.context.diagnostics.push(report(code, { start: at.start, end: at.end }, facts, fix))
  }
  fail<C extends DiagnosticCode>(code: C, at: Span, facts: FactsOf<C>): never {
    const span = { start: at.start, end: at.end }
    const fix = nearestFix(this.context.source, span, facts as Facts)
    throw new ParseFailure(report(code, span, facts, fix))
  }

  /** Runs `read` one level deeper: in brackets, where no word goes on with what is outside, or in a command or operator. */
  nest<T>(opener: Span, read: () => T, within: "brackets" | "command" = "brackets"): T {
    if (this.depth >= deepestBrackets)
      this.fail("basic.too_deep", opener, { what: "Brackets are", limit: deepestBrackets })
    const wasInList = this.isInList
    const { stopWords, isInObject, spareCommas } = this
    this.isInObject = this.isInObject && within === "command"
    if (within === "brackets") {
      this.stopWords = null
      this.spareCommas = 0
    }
    this.depth++
    try {
      return read()
    } finally {
      this.depth--
      this.isInList = wasInList
      this.isInObject = isInObject
      this.stopWords = stopWords
      if (within === "brackets") this.spareCommas = spareCommas
    }
  }

  /** Notes that a node was put over parts of the given heights, and refuses trees too high to walk. */
  grow(node: Expression, first: number, second = 0, third = 0): Expression {
    this.height = Math.max(first, second, third) + 1
    if (this.height > highestTree)
      this.fail("basic.too_deep", node.span, { what: "Operators are", limit: highestTree })
    return node
  }
}

const signs: ReadonlyMap<string, string> = new Map([
  ["≥", ">="],
  ["≤", "<="],
  ["≠", "<>"],
  ["×", "*"],
  ["÷", "/"],
])

function hintFor(character: string): string | null {
  if ("“”„«»".includes(character)) return 'Use the straight quote " around texts.'
  if ("‘’‚".includes(character)) return "Use the straight quote ' or \"."
  const sign = signs.get(character)
  if (sign !== undefined) return `Write ${sign}.`
  if (character === "!") return "Write NOT before a condition, or <> to compare."
  return "–—−".includes(character) ? "Use the minus sign of the keyboard." : null
}
