import { listBlocks } from "../ast/blocks.ts"
import { listExpressions, visitExpression } from "../ast/expressions.ts"
import type {
  Block,
  DeferStatement,
  EventStatement,
  Expression,
  ProcedureStatement,
  Program,
  Statement,
} from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import type { Facts } from "../diagnostics/entry.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import { nearestFix } from "../diagnostics/nearest-fix.ts"
import { type DiagnosticCode, type FactsOf, report } from "../diagnostics/report.ts"
import { normalName } from "../parser/normal-name.ts"
import { createLineMap } from "../source/line-map.ts"
import type { Span } from "../source/span.ts"

/** Statements whose bodies run on their own: no GOTO leads into them or out of them. */
export type FlowStatement = ProcedureStatement | EventStatement | DeferStatement

/** A statement and where it stands. */
export interface PlacedStatement {
  readonly statement: Statement
  /** Statements around it, outermost first. */
  readonly ancestors: readonly Statement[]
  /** Bodies around it within its flow, the flow's own body first. */
  readonly blocks: readonly Block[]
  /** The SUB, FUNCTION, ON or SCHEDULE IN it belongs to; null in the main flow. */
  readonly flow: FlowStatement | null
}

/** An expression and the statement it stands in. */
export interface PlacedExpression {
  readonly expression: Expression
  readonly place: PlacedStatement
}

/** Suggestions are costly; one program gets this many. */
const mostSuggestions = 100

/** What all rules read, collected once, and where they report. */
export class ProgramFacts {
  readonly program: Program
  readonly source: string
  readonly places: PlacedStatement[] = []
  readonly expressions: PlacedExpression[] = []
  readonly blocks: Block[] = []
  /** The program's own SUBs and FUNCTIONs by normal name; the first of a name counts. */
  readonly procedures = new Map<string, ProcedureStatement>()
  readonly diagnostics: Diagnostic[] = []
  private readonly lines: ReturnType<typeof createLineMap>
  private suggestionsLeft = mostSuggestions

  constructor(program: Program, source: string) {
    this.program = program
    this.source = source
    this.lines = createLineMap(source)
    this.collect(program.body, { ancestors: [], blocks: [], flow: null })
  }

  report<C extends DiagnosticCode>(
    code: C,
    span: Span,
    facts: FactsOf<C>,
    fix?: Diagnostic["fix"],
  ) {
    const repair = fix ?? nearestFix(this.source, span, facts as Facts)
    this.diagnostics.push(report(code, span, facts, repair))
  }

  lineOf(span: Span): number {
    return this.lines.positionAt(span.start).line
  }

  suggest(name: string, candidates: Iterable<string>): string | null {
    if (this.suggestionsLeft <= 0) return null
    this.suggestionsLeft--
    return findNearest(name, candidates)
  }

  isProcedure(name: string): boolean {
    return this.procedures.has(normalName(name))
  }

  private collect(block: Block, around: Omit<PlacedStatement, "statement">) {
    this.blocks.push(block)
    const blocks = [...around.blocks, block]
    for (const statement of block.statements) {
      const place = { ...around, blocks, statement }
      this.places.push(place)
      for (const outer of listExpressions(statement))
        visitExpression(outer, (expression) => this.expressions.push({ expression, place }))
      if (statement.kind === "ProcedureStatement") this.addProcedure(statement)
      this.collectBodies(place)
    }
  }

  private collectBodies({ statement, ancestors, blocks, flow }: PlacedStatement) {
    const bodies = listBlocks(statement)
    if (bodies.length === 0) return
    const inside = {
      ancestors: [...ancestors, statement],
      blocks: isFlow(statement) ? [] : blocks,
      flow: isFlow(statement) ? statement : flow,
    }
    for (const { block } of bodies) this.collect(block, inside)
  }

  private addProcedure(statement: ProcedureStatement) {
    const name = normalName(statement.name)
    if (!this.procedures.has(name)) this.procedures.set(name, statement)
  }
}

const isFlow = (statement: Statement): statement is FlowStatement =>
  statement.kind === "ProcedureStatement" ||
  statement.kind === "EventStatement" ||
  statement.kind === "DeferStatement"

/** One thing that is looked for in a program. */
export type Rule = (facts: ProgramFacts) => void

/** The first words of a statement, for diagnostics about all of it. Units: as in Span. */
export function headSpan(statement: Statement): Span {
  const { start, end } = statement.span
  const name = "name" in statement && typeof statement.name === "string" ? statement.name.length : 0
  if (statement.kind === "LabelStatement") return { start, end: start + name }
  return { start, end: Math.min(end, start + (headWidths[statement.kind] ?? end - start)) }
}

/** Units: characters. Statements with bodies would mark many lines. */
const headWidths: Partial<Record<Statement["kind"], number>> = {
  IfStatement: 2,
  ForEachStatement: 8,
  ForStatement: 3,
  WhileStatement: 5,
  DoStatement: 2,
  SelectStatement: 6,
  ProcedureStatement: 3,
  WithStatement: 4,
  TextBlockStatement: 5,
  TableStatement: 5,
  EventStatement: 2,
  DeferStatement: 11,
  TryStatement: 3,
  ParallelStatement: 4,
  StepStatement: 4,
}
