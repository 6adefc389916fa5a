import { listJumps } from "../analyzer/jumps.ts"
import { listBlocks } from "../ast/blocks.ts"
import { listExpressions, visitExpression } from "../ast/expressions.ts"
import type { Block, Expression, Statement } from "../ast/nodes.ts"
import { lexRange } from "../lexer/lex.ts"
import type { Token, WordToken } from "../lexer/token.ts"
import { normalName } from "../parser/normal-name.ts"
import type { Span } from "../source/span.ts"
import type { Segment } from "./segment.ts"
import { listLineNames, listStatementNames, tokensAt } from "./statement-names.ts"

export type OccurrenceKind = "variable" | "label" | "call" | "member"

/** One place where a name stands. Offsets as in its segment. */
export interface Occurrence extends Span {
  readonly kind: OccurrenceKind
  /** Normal spelling: names are compared without case and without a final `$`. */
  readonly name: string
  /** As the author wrote it. */
  readonly text: string
  /** "define": the line that makes it what it is; "write": it gets a value here. */
  readonly role: "define" | "write" | "read"
  /** The procedure it stands in, normal spelling. */
  readonly flow: string | null
  /** A parameter of that procedure. */
  readonly isParam: boolean
  /** In a line that is kept as it is written, where words are names only if they are names elsewhere. */
  readonly isGuess: boolean
}

/** What a procedure brings with it. */
interface Flow {
  readonly name: string | null
  readonly params: ReadonlySet<string>
}

const known = new WeakMap<readonly Statement[], readonly Occurrence[]>()

/** Lists every name of a segment in the order of the text; `source` is the text the segment was read from or moved in. */
export function occurrencesIn(segment: Segment, source: string): readonly Occurrence[] {
  const found = known.get(segment.statements)
  if (found !== undefined) return found
  const text = new SegmentText(segment, source)
  const collector = new Collector(segment, text)
  for (const statement of segment.statements) collector.statement(statement, outermost)
  const sorted = collector.finish()
  known.set(segment.statements, sorted)
  return sorted
}

const outermost: Flow = { name: null, params: new Set() }

/** The text of a segment, asked by the offsets it was read with. */
export class SegmentText {
  private readonly shift: number
  private readonly source: string

  constructor(segment: Segment, source: string) {
    this.shift = segment.start - segment.origin
    this.source = source
  }
  slice(start: number, end: number): string {
    return this.source.slice(start + this.shift, end + this.shift)
  }
  /** Tokens of a stretch, with the offsets of the segment. */
  lex(start: number, end: number): Token[] {
    const { shift } = this
    const tokens = lexRange(this.source, start + shift, end + shift)
    return shift === 0
      ? tokens
      : tokens.map((token) => ({ ...token, start: token.start - shift, end: token.end - shift }))
  }
}

class Collector {
  private readonly found: Occurrence[] = []
  private readonly segment: Segment
  private readonly text: SegmentText

  constructor(segment: Segment, text: SegmentText) {
    this.segment = segment
    this.text = text
  }

  finish(): readonly Occurrence[] {
    return this.found.sort((a, b) => a.start - b.start || a.end - b.end)
  }

  statement(statement: Statement, around: Flow) {
    const flow = flowOf(statement, around)
    for (const name of listStatementNames(statement, this.segment.lines))
      this.add(name.kind, name.token, name.role, flow)
    for (const jump of listJumps(statement, ""))
      this.jump(statement, jump.label, jump.isFromMain, flow)
    const root = rootOf(statement)
    for (const outer of listExpressions(statement))
      visitExpression(outer, (inner) =>
        this.expression(inner, flow, inner === root ? "write" : "read"),
      )
    if (statement.kind === "BrokenStatement" || statement.kind === "UnknownStatement")
      this.guess(statement.span, flow)
    for (const { block } of listBlocks(statement)) this.block(block, flow)
    for (const name of listLineNames(statement, this.segment.lines))
      this.add(name.kind, name.token, name.role, flow)
  }

  private block(block: Block, flow: Flow) {
    for (const statement of block.statements) this.statement(statement, flow)
  }

  private expression(expression: Expression, flow: Flow, role: "write" | "read") {
    const { span } = expression
    switch (expression.kind) {
      case "NameExpression":
        return this.addText("variable", expression.name, span.start, role, flow)
      case "CallExpression":
        return this.addText("call", expression.name, span.start, "read", flow)
      case "MemberExpression":
        return this.addText(
          "member",
          expression.name,
          span.end - expression.name.length,
          "read",
          flow,
        )
    }
  }

  /** The place where a name is expected; nothing when something else stands there, as where a reader made the name up. */
  private addText(
    kind: OccurrenceKind,
    name: string,
    start: number,
    role: Occurrence["role"],
    flow: Flow,
  ) {
    const end = start + name.length
    if (this.text.slice(start, end).toUpperCase() !== name.toUpperCase()) return
    this.push(kind, name, { start, end }, role, flow)
  }

  private add(kind: OccurrenceKind, token: WordToken, role: Occurrence["role"], flow: Flow) {
    // A line number is no name of the author's.
    if (token.end - token.start !== token.text.length) return
    this.push(kind, token.text, token, role, flow)
  }

  private push(
    kind: OccurrenceKind,
    text: string,
    { start, end }: Span,
    role: Occurrence["role"],
    flow: Flow,
    isGuess = false,
  ) {
    const name = normalName(text)
    const isParam = kind === "variable" && flow.params.has(name)
    this.found.push({ kind, name, text, start, end, role, flow: flow.name, isParam, isGuess })
  }

  /** The label a statement leads to is its last word of that name. */
  private jump(statement: Statement, label: string, isFromMain: boolean, flow: Flow) {
    const { start, end } = statement.span
    const words = tokensAt(this.segment.lines, start).filter(
      (token): token is WordToken =>
        token.kind === "word" && token.end <= end && normalName(token.text) === normalName(label),
    )
    const last = words.at(-1)
    if (last !== undefined) this.add("label", last, "read", isFromMain ? outermost : flow)
  }

  /** Words behind the shouted ones, and those in `${...}`. */
  private guess({ start, end }: Span, flow: Flow) {
    let isHead = true
    const visit = (tokens: readonly Token[], isInside: boolean) => {
      tokens.forEach((token, index) => {
        if (token.kind === "text")
          for (const part of token.segments)
            if (part.kind === "expression") visit(this.inside(part), true)
        const isWord = token.kind === "word"
        isHead &&= isWord && token.text === token.upper
        if (!isWord || (isHead && !isInside) || isMemberAt(tokens, index)) return
        this.push("variable", token.text, token, "read", flow, true)
      })
    }
    visit(this.text.lex(start, Math.min(end, start + 4000)), false)
  }

  /** `lex` moves tokens, not what is inside of them. */
  private inside(part: Span): Token[] {
    const by = this.segment.start - this.segment.origin
    return this.text.lex(part.start - by, part.end - by)
  }
}

const isMemberAt = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1]
  const after = tokens[index + 1]
  const isMember = before?.kind === "symbol" && (before.text === "." || before.text === "?.")
  return isMember || (after?.kind === "symbol" && (after.text === "(" || after.text === ":"))
}

/** The variable at the bottom of what a statement sets. */
function rootOf(statement: Statement): Expression | null {
  let at: Expression | null = "target" in statement ? statement.target : null
  while (at?.kind === "MemberExpression" || at?.kind === "IndexExpression") at = at.object
  return at
}

const flowOf = (statement: Statement, around: Flow): Flow =>
  statement.kind === "ProcedureStatement"
    ? { name: normalName(statement.name), params: new Set(statement.params.map(normalName)) }
    : around
