/**
 * The graph: a program as flows, groups, steps and exits, with nothing lost.
 *
 * It is the syntax tree cut along the lines a canvas draws. A block becomes a list of groups, cut
 * before each label and after each GOTO or EXIT; a structured statement becomes a step whose outlets
 * hold the bodies. Group order is text order, and an exit remembers whether the text said GOTO or
 * simply went on, with its comments, so `toAst(toGraph(ast))` is `ast` for every program.
 *
 * Statements inside are AST nodes whose bodies have been moved into outlets. Everything is plain
 * JSON; spans are left out when it is written (`write-graph.ts`) and empty when it is read back.
 */
import type { Statement, Trivia } from "../ast/nodes.ts"
import type { Span } from "../source/span.ts"

/** Flows in text order; the first is the main flow. */
export interface Graph {
  readonly version: 1
  readonly flows: readonly Flow[]
}

/** The main flow, or a SUB or FUNCTION. Its place in the file is a `FlowPlace` among the steps of another flow. */
export interface Flow {
  readonly id: string
  readonly kind: "main" | "sub" | "function"
  readonly name: string
  readonly params: readonly string[]
  /** Comments of the SUB or FUNCTION line; empty for the main flow. */
  readonly leading: readonly Trivia[]
  readonly trailing: string | null
  readonly span: Span
  readonly body: Body
}

/** A block as groups. `closing` is the trivia before whatever ends the block. */
export interface Body {
  readonly groups: readonly Group[]
  readonly closing: readonly Trivia[]
}

export interface Group {
  readonly id: string
  /** Null for what stands before the first label, and for what stands after a GOTO or EXIT. */
  readonly label: GroupLabel | null
  readonly steps: readonly Step[]
  readonly exit: Exit
}
export interface GroupLabel {
  readonly id: string
  readonly name: string
  readonly leading: readonly Trivia[]
  readonly trailing: string | null
  readonly span: Span
}

export type Step = StatementStep | FlowPlace
export interface StatementStep {
  readonly id: string
  /** Without its bodies: they are in `outlets`. */
  readonly statement: Statement
  /** The SELECT CASE directly after a HEAR with choices, on the same variable: drawn as one step. */
  readonly select: { readonly id: string; readonly statement: Statement } | null
  readonly outlets: readonly StepOutlet[]
}
/** Where a SUB or FUNCTION stands in the text. */
export interface FlowPlace {
  readonly id: string
  readonly flow: string
}

/** A way out of a step: into a body of its own, or by GOTO to a group (null: there is no such label). */
export type StepOutlet =
  | { readonly key: string; readonly body: Body }
  | { readonly key: string; readonly to: string | null; readonly label: string }

/**
 * How a group ends. "next": the text goes on with the following group; `to` is null after the last one.
 * "goto" and "end" are statements of their own and carry their id and comments.
 */
export type Exit =
  | { readonly kind: "next"; readonly to: string | null }
  | (ExitStatementBase & {
      readonly kind: "goto"
      readonly to: string | null
      readonly label: string
    })
  | (ExitStatementBase & { readonly kind: "end"; readonly word: EndWord })
export type EndWord = "EXIT" | "END" | "EXIT SUB" | "EXIT FUNCTION"
interface ExitStatementBase {
  readonly id: string
  readonly leading: readonly Trivia[]
  readonly trailing: string | null
  readonly span: Span
}

export const isFlowPlace = (step: Step): step is FlowPlace => "flow" in step
