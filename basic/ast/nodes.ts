/**
 * The syntax tree: what a program says, with its comments, and nothing of how it was laid out.
 *
 * Two trees are equal when they differ only in spans (see `equal.ts`); the laws in `graph/` and the
 * printer are stated with that equality, comments included. Whatever a print would normalise
 * (LET, underscores in keywords, WEND or END WHILE) therefore has no place in these types.
 */
import type { Span } from "../source/span.ts"
import type {
  DeferStatement,
  DescriptionStatement,
  DimStatement,
  EventStatement,
  IndexStatement,
  OnSilenceStatement,
  OptionStatement,
  ParallelStatement,
  ParamStatement,
  StepStatement,
  TableStatement,
  TryStatement,
} from "./declared-nodes.ts"
import type { Expression, ObjectEntry, Operands, Place } from "./expression-nodes.ts"

export type * from "./declared-nodes.ts"
export type * from "./expression-nodes.ts"

/** A comment or blank line that stands on lines of its own. `text` is without the marker. Several blank lines are one. */
export type Trivia =
  | { readonly kind: "Comment"; readonly text: string }
  | { readonly kind: "BlankLine" }

export interface Program {
  readonly kind: "Program"
  readonly span: Span
  readonly body: Block
}

/** Statements in order. `closing` is the trivia between the last statement and whatever ends the block. */
export interface Block {
  readonly statements: readonly Statement[]
  readonly closing: readonly Trivia[]
}

export interface StatementBase {
  /**
   * Where it stands, without comments. Of a statement with bodies or fields only the first line, so that
   * a mark on it is a mark on a line (`graph/extent.ts` finds where it ends); of a text block all lines.
   */
  readonly span: Span
  /** Comments and blank lines above the statement. */
  readonly leading: readonly Trivia[]
  /** The comment at the end of the statement's first line, without the marker. */
  readonly trailing: string | null
}

export type Statement =
  | AssignStatement
  | CommandStatement
  | UnknownStatement
  | BrokenStatement
  | ExpressionStatement
  | CallStatement
  | IfStatement
  | ForEachStatement
  | ForStatement
  | WhileStatement
  | DoStatement
  | SelectStatement
  | ExitStatement
  | ContinueStatement
  | ReturnStatement
  | StopStatement
  | LabelStatement
  | GotoStatement
  | GosubStatement
  | OnErrorStatement
  | OnMessageStatement
  | OnSilenceStatement
  | ProcedureStatement
  | WithStatement
  | HearStatement
  | TextBlockStatement
  | OptionStatement
  | ParamStatement
  | DescriptionStatement
  | TableStatement
  | IndexStatement
  | EventStatement
  | DeferStatement
  | TryStatement
  | DimStatement
  | StepStatement
  | ParallelStatement

export interface AssignStatement extends StatementBase {
  readonly kind: "AssignStatement"
  readonly target: Place
  readonly operator: "=" | "+=" | "-=" | "*=" | "/="
  readonly value: Expression
  readonly isConst: boolean
  /** `x = GET url ELSE GOTO label` */
  readonly failGoto: string | null
}
/** A command driven by its definition's forms. */
export interface CommandStatement extends StatementBase {
  readonly kind: "CommandStatement"
  readonly keyword: string
  readonly operands: Operands
  /** `SEND MAIL ... ELSE GOTO label` */
  readonly failGoto: string | null
}
/** A line that starts with words no definition knows. Prints as written (`text`: blanks at both ends removed). */
export interface UnknownStatement extends StatementBase {
  readonly kind: "UnknownStatement"
  readonly words: string
  readonly text: string
}
/** A line that does not parse. Kept and printed as it is; an error diagnostic stands on it. */
export interface BrokenStatement extends StatementBase {
  readonly kind: "BrokenStatement"
  readonly text: string
}
/** A function or method called for what it does: `notify(1)`, `list.push(2)`. */
export interface ExpressionStatement extends StatementBase {
  readonly kind: "ExpressionStatement"
  readonly expression: Expression
}
/** `CALL name(args)` for the program's own procedures; `CALL "path", args` for scripts and platform paths. */
export interface CallStatement extends StatementBase {
  readonly kind: "CallStatement"
  readonly name: string | null
  readonly path: Expression | null
  readonly args: readonly Expression[]
  readonly failGoto: string | null
}
export interface IfBranch {
  readonly condition: Expression
  readonly body: Block
}
/** `isInline`: on one line, `IF c THEN stmt [ELSE stmt]`; then there is one branch and each body has one statement. */
export interface IfStatement extends StatementBase {
  readonly kind: "IfStatement"
  readonly branches: readonly IfBranch[]
  readonly otherwise: Block | null
  readonly isInline: boolean
}
export interface ForEachStatement extends StatementBase {
  readonly kind: "ForEachStatement"
  readonly variable: string
  readonly list: Expression
  readonly body: Block
}
export interface ForStatement extends StatementBase {
  readonly kind: "ForStatement"
  readonly variable: string
  readonly from: Expression
  readonly to: Expression
  readonly step: Expression | null
  readonly body: Block
}
export interface WhileStatement extends StatementBase {
  readonly kind: "WhileStatement"
  readonly condition: Expression
  readonly body: Block
}
/** `DO [WHILE|UNTIL c] ... LOOP [WHILE|UNTIL c]`; a condition stands at one end at most. */
export interface DoStatement extends StatementBase {
  readonly kind: "DoStatement"
  readonly test: {
    readonly at: "start" | "end"
    readonly until: boolean
    readonly condition: Expression
  } | null
  readonly body: Block
}
export interface SelectCase {
  readonly values: readonly Expression[]
  readonly body: Block
  readonly leading: readonly Trivia[]
  readonly trailing: string | null
}
/** SELECT CASE and SWITCH are one thing; `word` remembers which the author wrote. */
export interface SelectStatement extends StatementBase {
  readonly kind: "SelectStatement"
  readonly word: "SELECT" | "SWITCH"
  readonly subject: Expression
  readonly cases: readonly SelectCase[]
  readonly otherwise: {
    readonly body: Block
    readonly leading: readonly Trivia[]
    readonly trailing: string | null
  } | null
}
export type LoopWord = "FOR" | "WHILE" | "DO"
/** EXIT FOR, EXIT SUB ...; BREAK is `what: null`, the innermost loop. EXIT LOOP reads as EXIT DO. */
export interface ExitStatement extends StatementBase {
  readonly kind: "ExitStatement"
  readonly what: LoopWord | "SUB" | "FUNCTION" | null
}
export interface ContinueStatement extends StatementBase {
  readonly kind: "ContinueStatement"
  readonly what: LoopWord | null
}
/** `RETURN`, `RETURN e`, `RETURN WITH a AS e, ...`. At most one of `value` and `fields` is there. */
export interface ReturnStatement extends StatementBase {
  readonly kind: "ReturnStatement"
  readonly value: Expression | null
  readonly fields: readonly ObjectEntry[] | null
}
/** EXIT or END alone: ends the script. */
export interface StopStatement extends StatementBase {
  readonly kind: "StopStatement"
  readonly word: "EXIT" | "END"
}
export interface LabelStatement extends StatementBase {
  readonly kind: "LabelStatement"
  readonly name: string
}
export interface GotoStatement extends StatementBase {
  readonly kind: "GotoStatement"
  readonly label: string
}
export interface GosubStatement extends StatementBase {
  readonly kind: "GosubStatement"
  readonly label: string
}
/** ON ERROR RESUME NEXT, ON ERROR GOTO 0, ON ERROR GOTO label. */
export interface OnErrorStatement extends StatementBase {
  readonly kind: "OnErrorStatement"
  readonly mode: "resume" | "off" | "goto"
  readonly label: string | null
}
/** `ON MESSAGE "menu", "stop" GOTO label`: whatever step waits, these words lead to the label. For the whole flow. */
export interface OnMessageStatement extends StatementBase {
  readonly kind: "OnMessageStatement"
  readonly texts: readonly string[]
  readonly label: string
}
export interface ProcedureStatement extends StatementBase {
  readonly kind: "ProcedureStatement"
  readonly word: "SUB" | "FUNCTION"
  readonly name: string
  readonly params: readonly string[]
  readonly body: Block
}
/** `WITH name` ... `END WITH`: makes a new object of the fields and assigns it. */
export interface WithStatement extends StatementBase {
  readonly kind: "WithStatement"
  readonly target: Place
  readonly fields: readonly WithField[]
  readonly closing: readonly Trivia[]
}
export interface WithField {
  readonly name: string
  readonly value: Expression
  readonly leading: readonly Trivia[]
  readonly trailing: string | null
}
/**
 * Waits for the person's answer. `v = HEAR "prompt"`, `ASK` and every other spelling become this.
 * `type` is the canonical name of section 5 (TEXT, NAME, EMAIL, ...), MENU when there are options.
 */
export interface HearStatement extends StatementBase {
  readonly kind: "HearStatement"
  readonly target: Place | null
  readonly type: string
  /** Choices of a menu, in order; empty when it is no menu. */
  readonly options: readonly Expression[]
  /** `AS "done", *`: the choices, or anything else the person writes. */
  readonly acceptsOther: boolean
  readonly prompt: Expression | null
  readonly fallback: Expression | null
  /** `TIMEOUT seconds [GOTO label]`; without a label the variable becomes null and the script goes on. */
  readonly timeout: { readonly seconds: Expression; readonly label: string | null } | null
  /** `AS ENTITY "city"`: what the answer must name, as the bot was taught it; the type is TEXT then. */
  readonly entity?: string | undefined
  /** `FROM wish`: what this text says already is not asked for. */
  readonly from?: Expression | undefined
}
/** BEGIN TALK, BEGIN SYSTEM PROMPT, BEGIN MAIL to. `parts` as in TemplateLiteral, common indentation removed. */
export interface TextBlockStatement extends StatementBase {
  readonly kind: "TextBlockStatement"
  readonly block: "TALK" | "SYSTEM PROMPT" | "MAIL"
  readonly header: Expression | null
  readonly parts: readonly (string | Expression)[]
}
