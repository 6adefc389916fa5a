import type { Block, BrokenStatement, Statement, Trivia } from "../ast/nodes.ts"
import { type DiagnosticCode, type FactsOf, report } from "../diagnostics/report.ts"
import { asWritten } from "../lexer/characters.ts"
import type { CodeLine, SourceLine, Token } from "../lexer/token.ts"
import type { Span } from "../source/span.ts"
import { type BlockKind, blockNames, type Closer, findCloser } from "./block-words.ts"
import { LineReader, type ParseContext, ParseFailure } from "./reader.ts"

/** Blocks may nest this deep. */
export const deepestBlocks = 60

/** Each line may be looked at a few times, not once for each bad line above it. */
const mostSkipped = 300_000

/** Reads one statement that begins at the next line. Handed in, because blocks hold statements that hold blocks. */
export type ReadStatement = (blocks: BlockReader, added: readonly Trivia[]) => Statement

/** Walks the lines of a program and knows which blocks are open. */
export class BlockReader {
  index = 0
  readonly context: ParseContext
  readonly lines: readonly SourceLine[]
  readonly closing: readonly Trivia[]
  /** Says which block a line opens, or null. */
  readonly findOpener: (line: SourceLine) => BlockKind | null
  private readonly open: BlockKind[] = []
  private readonly readStatement: ReadStatement

  constructor(
    context: ParseContext,
    lines: readonly SourceLine[],
    closing: readonly Trivia[],
    readStatement: ReadStatement,
    findOpener: (line: SourceLine) => BlockKind | null,
  ) {
    this.context = context
    this.lines = lines
    this.closing = closing
    this.readStatement = readStatement
    this.findOpener = findOpener
  }

  peek(): SourceLine | undefined {
    return this.lines[this.index]
  }
  /** What stands behind END at the beginning of lines, but for the ends of the blocks of the language. */
  get endWords(): ReadonlySet<string> {
    this.foundEndWords ??= collectEndWords(this.lines)
    return this.foundEndWords
  }
  private foundEndWords: ReadonlySet<string> | null = null
  /** The innermost block that is open is of this kind. */
  isInside(kind: BlockKind): boolean {
    return this.open.at(-1) === kind
  }
  /** A loop around the next line is open. */
  isInLoop(): boolean {
    return this.open.some((kind) => kind === "for" || kind === "while" || kind === "do")
  }
  isTooDeep(): boolean {
    return this.open.length >= deepestBlocks
  }
  readerFor(tokens: readonly Token[]): LineReader {
    return new LineReader(this.context, tokens)
  }
  report<C extends DiagnosticCode>(code: C, span: Span, facts: FactsOf<C>) {
    this.context.diagnostics.push(report(code, span, facts))
  }

  /**
   * Reads statements up to a line that closes this block or one around it; that line is left.
   * `added` is trivia that belongs before the first statement: the comment behind ELSE.
   */
  readBlock(kind: BlockKind, added: readonly Trivia[] = []): Block {
    this.open.push(kind)
    const block = this.readStatements(added)
    this.open.pop()
    return block
  }

  /** Reads the statements of the block that is open, or of the whole program. */
  readStatements(added: readonly Trivia[]): Block {
    const statements: Statement[] = []
    let before = added
    while (this.peek() !== undefined && this.findOpenCloser() === null) {
      const left = this.skipStrayBrace()
      if (left !== null) before = [...before, ...left]
      else {
        statements.push(this.readStatement(this, before))
        before = []
      }
    }
    return { statements, closing: [...before, ...this.takeClosing()] }
  }

  /** A `}` alone that closes nothing is left out; gives the trivia that stood with it. */
  private skipStrayBrace(): readonly Trivia[] | null {
    const line = this.peek()
    if (line?.kind !== "code" || line.tokens.length !== 2) return null
    const [brace] = line.tokens
    if (brace?.kind !== "symbol" || brace.text !== "}") return null
    this.report("basic.stray_character", { start: brace.start, end: brace.end }, { found: "}" })
    this.index++
    const left = [...line.leading, ...listTrailing(line)]
    const next = this.peek()?.leading ?? this.closing
    const isGap = left.at(-1)?.kind === "BlankLine" && next[0]?.kind === "BlankLine"
    return isGap ? left.slice(0, -1) : left
  }

  /** Steps over `20` before a line of a block that no jump leads into; gives the trivia that stood above it. */
  takeLineNumbers(): readonly Trivia[] {
    const trivia: Trivia[] = []
    for (
      let line = this.peek();
      line !== undefined && this.isLineNumber(line);
      line = this.peek()
    ) {
      trivia.push(...line.leading, ...listTrailing(line))
      this.index++
    }
    return trivia
  }

  private isLineNumber(line: SourceLine): boolean {
    if (line.kind !== "code" || line.tokens.length !== 3) return false
    const first = this.context.source.charCodeAt(line.start)
    return first >= 0x30 && first <= 0x39 && line.tokens[0]?.kind === "word"
  }

  /** The trivia above the line that ends the block. The line gives it away, so that it is kept once. */
  private takeClosing(): readonly Trivia[] {
    const line = this.peek()
    if (line === undefined) return this.isClosingTaken ? [] : this.takeFinal()
    if (this.closingTakenAt === this.index) return []
    this.closingTakenAt = this.index
    return [...line.leading, ...listInner(line)]
  }
  private closingTakenAt = -1
  private isClosingTaken = false
  private takeFinal(): readonly Trivia[] {
    this.isClosingTaken = true
    return this.closing
  }

  /** The closer at the next line, if a block that is open has it. */
  findOpenCloser(): Closer | null {
    const closer = findCloser(this.peek())
    return closer?.kinds.some((kind) => this.isOpen(kind)) ? closer : null
  }

  /** END FUNCTION stands for END SUB by mistake, and the other way round: procedures do not nest. */
  private isOpen(kind: BlockKind): boolean {
    if (this.open.includes(kind)) return true
    return isProcedure(kind) && this.open.some(isProcedure)
  }

  /** The closer at the next line if it is one of `kind`; reports the block as not closed otherwise. */
  takeCloser(kind: BlockKind, opener: Span, name = blockNames[kind].opener): CloserLine | null {
    const closer = findCloser(this.peek())
    const line = this.peek()
    if (line?.kind === "code" && closer?.kinds.includes(kind)) {
      this.index++
      return { line, closer, reader: this.readerBehind(line, closer) }
    }
    this.report("basic.unclosed_block", opener, { opener: name, closer: blockNames[kind].closer })
    return null
  }

  /** A `;` at the end is a habit of other languages. */
  private readerBehind(line: CodeLine, closer: Closer): LineReader {
    const tokens = line.tokens.slice(closer.tokenCount)
    const mark = tokens.at(-2)
    if (mark?.kind !== "symbol" || mark.text !== ";") return this.readerFor(tokens)
    const span = { start: mark.start, end: mark.end }
    const fix = { title: "Remove ;", edits: [{ span, text: "" }] }
    this.context.diagnostics.push(report("basic.stray_character", span, { found: ";" }, fix))
    return this.readerFor([...tokens.slice(0, -2), ...tokens.slice(-1)])
  }

  /** Runs a rule over tokens; when it fails, reports why and gives null. */
  attempt<T>(read: () => T): T | null {
    const before = this.context.diagnostics.length
    try {
      return read()
    } catch (failure) {
      if (!(failure instanceof ParseFailure)) throw failure
      this.context.diagnostics.length = before
      this.context.diagnostics.push(failure.diagnostic)
      return null
    }
  }

  /**
   * Steps over a block whose first line cannot be read, up to the line that closes it, and keeps all of
   * it as text. Where nothing closes it only that line is kept so, and the rest is read on its own.
   */
  skipBlock(line: SourceLine, kind: BlockKind): BrokenStatement {
    const start = this.index
    const end = this.findBlockEnd(kind)
    if (end === null) this.index = start + 1
    return brokenStatement(this.context.source, line, end ?? line.end)
  }

  /** Steps behind the line that closes a block; null when none does, or looking for one has cost too much. */
  private findBlockEnd(kind: BlockKind): number | null {
    let depth = 1
    for (this.index++; this.skipsLeft > 0; this.index++) {
      this.skipsLeft--
      const next = this.peek()
      const closer = findCloser(next)
      const isEnd = closer?.kinds.includes(kind) === true && isLast(closer.words)
      const isOuter = closer?.kinds.some((each) => this.open.includes(each)) === true
      if (next === undefined || (isOuter && !isEnd && !closer?.kinds.includes(kind))) return null
      if (this.findOpener(next) === kind) depth++
      if (isEnd && --depth === 0) {
        this.index++
        return next.end
      }
    }
    return null
  }
  /** Units: lines that may still be looked at for the ends of blocks that cannot be read. */
  private skipsLeft = mostSkipped
}

function collectEndWords(lines: readonly SourceLine[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const line of lines) {
    if (line.kind !== "code") continue
    const [first, second] = line.tokens
    if (first?.kind !== "word" || first.upper !== "END" || second?.kind !== "word") continue
    if (findCloser(line) === null) words.add(second.upper)
  }
  return words
}

const isProcedure = (kind: BlockKind): boolean => kind === "sub" || kind === "function"

/** What `takeCloser` found. `reader` stands behind the closing words. */
export interface CloserLine {
  readonly line: CodeLine
  readonly closer: Closer
  readonly reader: LineReader
}

/** ELSE, CASE and CATCH go on with the block they belong to; every other closer ends it. */
const isLast = (words: string): boolean =>
  !["ELSE", "ELSE IF", "ELSEIF", "ELIF", "ELSIF", "CASE", "DEFAULT", "CATCH"].includes(words)

/** The words that open a block, for diagnostics about the block as a whole. */
export function headOf(line: SourceLine): Span {
  if (line.kind !== "code") return { start: line.start, end: line.end }
  const last = [line.tokens[1], line.tokens[0]].find((token) => token?.kind === "word")
  return { start: line.start, end: last?.end ?? line.end }
}

/** Comments between the parts of a continued line move above it. */
export const listInner = (line: SourceLine): Trivia[] =>
  line.kind === "code" && line.inner.length > 0
    ? line.inner.map((text) => ({ kind: "Comment", text }))
    : []

/** The comment at the end of a line that is no statement of its own: it moves into the block. */
export const listTrailing = (line: SourceLine): Trivia[] =>
  line.trailing === null ? [] : [{ kind: "Comment", text: line.trailing }]

/** Keeps a stretch of text from a line on as it is written. */
export function brokenStatement(
  source: string,
  line: SourceLine,
  end: number,
  added: readonly Trivia[] = [],
): BrokenStatement {
  const isOneLine = end === line.end
  return {
    kind: "BrokenStatement",
    text: asWritten(source, line.start, end),
    span: { start: line.start, end },
    leading: [...added, ...line.leading],
    trailing: isOneLine ? line.trailing : null,
  }
}
