/**
 * An open text: what every editor service reads. An edit reads again only the statements it touches.
 *
 * The text is kept as segments, one for each statement of the outermost level. An edit lexes from the segment before the
 * first one it touches until the lexer stands where an old segment behind the edit ended, and parses those lines; the
 * other segments are kept and merely moved. That is right as long as a segment is read the same wherever it stands.
 * Where it might not be (a block without its end, a name that now is a variable and occurs elsewhere, an open quote
 * above texts of several lines) the whole text is read again. `incremental.test.ts` holds both ways to the same result.
 */

import { analyze } from "../analyzer/analyze.ts"
import { compareDiagnostics } from "../analyzer/check-source.ts"
import { applyStrictness } from "../analyzer/strict.ts"
import { withoutOffFindings } from "../analyzer/without-off-findings.ts"
import type { Program, Statement } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import { lexLines } from "../lexer/lex.ts"
import { longestSource, parse } from "../parser/parse.ts"
import { createLineMap, type LineMap } from "../source/line-map.ts"
import type { TextEdit } from "../source/span.ts"
import { type Change, editSegments } from "./edit-segments.ts"
import { cutSegments, type Segment } from "./segment.ts"
import { shiftDiagnostic, shiftSpans } from "./shift.ts"

export interface SourceModel {
  readonly source: string
  readonly segments: readonly Segment[]
  /** The tree of the whole text, made when it is asked for. */
  readonly program: Program
  /** What the parser found, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[]
  /** Units: segments that had to be read for the last edit; all of them when the text was opened. */
  readonly readCount: number
  readonly lines: LineMap
  /** The model of the text after edits that do not overlap and refer to this text. */
  edit(edits: readonly TextEdit[]): SourceModel
  /** What parser and analyzer find, sorted as `checkSource` sorts. */
  check(): readonly Diagnostic[]
}

/** Opens a text for the services. */
export function openSource(source: string): SourceModel {
  const { program, diagnostics } = parse(source)
  return new OpenSource(source, segmentsOf(source, program, diagnostics), null, {
    program,
    diagnostics,
  })
}

function segmentsOf(
  source: string,
  program: Program,
  diagnostics: readonly Diagnostic[],
): Segment[] {
  if (source.length > longestSource) return []
  const { lines } = lexLines(source)
  const { statements } = program.body
  return cutSegments({ source, start: 0, end: source.length, lines, statements, diagnostics })
}

class OpenSource implements SourceModel {
  readonly source: string
  readonly segments: readonly Segment[]
  readonly readCount: number
  private readonly closing: Program["body"]["closing"]
  private made: Program | null
  private found: readonly Diagnostic[] | null
  private checked: readonly Diagnostic[] | null = null
  private lineMap: LineMap | null = null

  constructor(
    source: string,
    segments: readonly Segment[],
    part: { readonly closing: Program["body"]["closing"]; readonly readCount: number } | null,
    whole: { readonly program: Program; readonly diagnostics: readonly Diagnostic[] } | null,
  ) {
    this.source = source
    this.segments = segments
    this.made = whole?.program ?? null
    this.found = whole === null ? null : [...whole.diagnostics].sort(compareDiagnostics)
    this.closing = part?.closing ?? whole?.program.body.closing ?? []
    this.readCount = part?.readCount ?? segments.length
  }

  get lines(): LineMap {
    this.lineMap ??= createLineMap(this.source)
    return this.lineMap
  }

  get program(): Program {
    this.made ??= {
      kind: "Program",
      span: { start: 0, end: this.source.length },
      body: { statements: this.segments.flatMap(statementsOf), closing: this.closing },
    }
    return this.made
  }

  get diagnostics(): readonly Diagnostic[] {
    this.found ??= this.segments
      .flatMap((segment) =>
        segment.diagnostics.map((each) => shiftDiagnostic(each, segment.start - segment.origin)),
      )
      .sort(compareDiagnostics)
    return this.found
  }

  check(): readonly Diagnostic[] {
    const found = withoutOffFindings(this.program, this.source, this.diagnostics)
    const parsed = applyStrictness(this.program, found)
    this.checked ??= [...parsed, ...analyze(this.program, this.source)].sort(compareDiagnostics)
    return this.checked
  }

  edit(edits: readonly TextEdit[]): SourceModel {
    if (edits.length === 0) return this
    const change = joinEdits(this.source, edits)
    if (change.source.length > longestSource) return openSource(change.source)
    const edited = editSegments(
      { source: this.source, segments: this.segments, closing: this.closing },
      change,
    )
    return edited === null
      ? openSource(change.source)
      : new OpenSource(change.source, edited.segments, edited, null)
  }
}

const shifted = new WeakMap<
  readonly Statement[],
  { readonly by: number; readonly statements: readonly Statement[] }
>()

/** The statements of a segment with the offsets they have now. */
export function statementsOf(segment: Segment): readonly Statement[] {
  const by = segment.start - segment.origin
  if (by === 0) return segment.statements
  const known = shifted.get(segment.statements)
  if (known?.by === by) return known.statements
  const statements = segment.statements.map((statement) => shiftSpans(statement, by))
  shifted.set(segment.statements, { by, statements })
  return statements
}

function joinEdits(source: string, edits: readonly TextEdit[]): Change {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let text = ""
  let at = 0
  for (const { span, text: added } of inOrder) {
    const start = Math.min(Math.max(span.start, at), source.length)
    text += source.slice(at, start) + added
    at = Math.min(Math.max(span.end, start), source.length)
  }
  text += source.slice(at)
  const start = Math.min(inOrder[0]?.span.start ?? 0, source.length)
  return { start, end: at, delta: text.length - source.length, source: text }
}
