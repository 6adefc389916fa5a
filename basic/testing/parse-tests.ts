import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { report } from "../diagnostics/report.ts"
import { lexLines } from "../lexer/lex.ts"
import type { SourceLine } from "../lexer/token.ts"
import { longestSource } from "../parser/parse.ts"
import { LineReader, type ParseContext, ParseFailure } from "../parser/reader.ts"
import { createLineMap, type LineMap, textOf } from "../source/line-map.ts"
import type { TestCase, TestFile, TestLine } from "./nodes.ts"
import { readAct } from "./read-act.ts"
import { readLiteral } from "./read-literal.ts"

export interface ParsedTests {
  readonly file: TestFile
  readonly diagnostics: readonly Diagnostic[]
}

/** Nobody reads more; the rest of the file is left unread. */
const mostDiagnostics = 500

/**
 * Parses a file of conversation tests.
 *
 * Shape:  a line that cannot be read is left out and has one error; all errors are found in one pass.
 * Throws: never, whatever the text. Time is linear in its length.
 */
export function parseTests(source: string): ParsedTests {
  const reader = new TestReader(source)
  if (source.length > longestSource) {
    const facts = { length: source.length, limit: longestSource }
    reader.diagnostics.push(report("basic.source_too_long", { start: 0, end: 0 }, facts))
    return { file: { setup: [], tests: [] }, diagnostics: reader.diagnostics }
  }
  return reader.readAll()
}

interface OpenTest extends TestCase {
  readonly lines: TestLine[]
}

class TestReader {
  readonly diagnostics: Diagnostic[] = []
  private readonly source: string
  private readonly map: LineMap
  private readonly context: ParseContext
  private readonly setup: TestLine[] = []
  private readonly tests: OpenTest[] = []
  private readonly names = new Map<string, number>()

  constructor(source: string) {
    this.source = source
    this.map = createLineMap(source)
    const none: ReadonlySet<string> = new Set()
    this.context = {
      source,
      diagnostics: this.diagnostics,
      assigned: none,
      procedures: none,
      suggestions: { left: 100 },
    }
  }

  readAll(): ParsedTests {
    for (const line of lexLines(this.source).lines) {
      this.readLine(line)
      if (this.diagnostics.length >= mostDiagnostics) break
    }
    if (this.tests.length === 0 && this.diagnostics.length === 0)
      this.diagnostics.push(report("basic.test_none", { start: 0, end: 0 }, {}))
    return {
      file: { setup: this.setup, tests: this.tests },
      diagnostics: this.diagnostics,
    }
  }

  private readLine(line: SourceLine) {
    try {
      if (line.kind === "code") return this.readCode(line)
      const span = { start: line.start, end: line.start + 1 }
      const found = line.kind === "raw" ? line.words : `BEGIN ${line.name}`
      this.diagnostics.push(report("basic.test_unknown_line", span, { found, nearest: null }))
    } catch (failure) {
      if (!(failure instanceof ParseFailure)) throw failure
      this.diagnostics.push(failure.diagnostic)
    }
  }

  private readCode(line: SourceLine & { kind: "code" }) {
    const reader = new LineReader(this.context, line.tokens)
    const span = { start: line.start, end: Math.max(line.start, line.end) }
    const number = this.map.positionAt(line.start).line
    // A habit of BASIC: a test ends by itself where the next begins.
    if (reader.isWord("END") && reader.isWord("TEST", 1)) return
    if (reader.takeWord("TEST")) return this.openTest(reader, number)
    const act = readAct(reader, line.trailing !== null)
    reader.needEnd("The line")
    const read: TestLine = { act, span, line: number, text: textOf(this.source, span) }
    const { lines } = this.tests.at(-1) ?? { lines: this.setup }
    lines.push(read)
  }

  /** A test whose name cannot be read is a test all the same, so that its lines do not join the one above. */
  private openTest(reader: LineReader, line: number) {
    const token = reader.peek()
    const span = { start: reader.tokens[0]?.start ?? 0, end: token.end }
    const test = { name: "", line, span, lines: [] }
    this.tests.push(test)
    const name = readLiteral(reader, "TEST", 'TEST "greets by name"')
    reader.needEnd("The name")
    this.tests[this.tests.length - 1] = { ...test, name }
    const other = this.names.get(name)
    if (other !== undefined)
      reader.fail("basic.test_same_name", token, { found: name, line: other })
    this.names.set(name, line)
  }
}
