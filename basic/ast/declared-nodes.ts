/** The statements of declarations and options, of TRY and of workflows. Used by their names in `nodes.ts`. */
import type { Block, Expression, ObjectEntry, StatementBase, Trivia } from "./nodes.ts"

/** `ON SILENCE seconds GOTO label`: no answer to a HEAR without its own TIMEOUT for so long. For the whole flow. */
export interface OnSilenceStatement extends StatementBase {
  readonly kind: "OnSilenceStatement"
  readonly seconds: number
  readonly label: string
}
/** `OPTION STRICT`. */
export interface OptionStatement extends StatementBase {
  readonly kind: "OptionStatement"
  readonly name: string
}
/**
 * `PARAM name AS TYPE LIKE example DESCRIPTION "text" OPTIONAL DEFAULT e ENUM ["a", "b"]`: a parameter of
 * the tool the script is. Only a PARAM without LIKE and the rest has several names. `type` is upper case.
 */
export interface ParamStatement extends StatementBase {
  readonly kind: "ParamStatement"
  readonly names: readonly string[]
  readonly type: string | null
  readonly example: Expression | null
  readonly description: Expression | null
  readonly presence: "OPTIONAL" | "REQUIRED" | null
  readonly fallback: Expression | null
  readonly choices: readonly Expression[]
}
/** `DESCRIPTION "text"`: what the tool is for, in the words a language model reads. */
export interface DescriptionStatement extends StatementBase {
  readonly kind: "DescriptionStatement"
  readonly text: Expression
}
/** `TABLE name [ON connection] [READ BY "a;b"] [WRITE BY "a;b"]`, lines of fields in either dialect, `END TABLE`. */
export interface TableStatement extends StatementBase {
  readonly kind: "TableStatement"
  readonly name: string
  readonly connection: string | null
  readonly readRoles: string | null
  readonly writeRoles: string | null
  readonly lines: readonly TableLine[]
  readonly closing: readonly Trivia[]
}
/** A field or a rule of a table as it is written, on one line and without a comma at its end. */
export interface TableLine {
  readonly text: string
  readonly leading: readonly Trivia[]
  readonly trailing: string | null
}
/** `CREATE INDEX name ON table(field)`: as it is written; `declarations/` reads it. */
export interface IndexStatement extends StatementBase {
  readonly kind: "IndexStatement"
  readonly text: string
}
export type EventWord =
  | "INSERT OF"
  | "UPDATE OF"
  | "DELETE OF"
  | "EMAIL"
  | "CHANGE"
  | "FORM SUBMIT"
  | "EVENT"
  | "FILE UPLOAD"
  | "WEBHOOK"
  | "WHATSAPP MESSAGE"
  | "INCOMING CALL"
  | "MESSAGE"
/**
 * `ON EMAIL "a" FROM "b"` ... `END ON`. `word` is null for `ON "name"`. Without a body (null) the event runs
 * the procedure `call`, or the whole script when that is null too.
 */
export interface EventStatement extends StatementBase {
  readonly kind: "EventStatement"
  readonly word: EventWord | null
  readonly subject: Expression | null
  /** FROM, SUBJECT, EVENTS in this order, by their words. */
  readonly filters: readonly ObjectEntry[]
  readonly call: string | null
  readonly body: Block | null
}
/** `SCHEDULE IN n SECONDS DO` ... `END SCHEDULE`: the body runs later, on its own. */
export interface DeferStatement extends StatementBase {
  readonly kind: "DeferStatement"
  readonly amount: Expression
  readonly unit: "SECONDS" | "MINUTES" | "HOURS" | "DAYS" | "WEEKS"
  readonly body: Block
}
/** `TRY` ... `CATCH e` ... `END TRY`. `variable` gets the error; without CATCH errors are passed over. */
export interface TryStatement extends StatementBase {
  readonly kind: "TryStatement"
  readonly body: Block
  readonly variable: string | null
  readonly handler: Block | null
}
/** `DIM name(3), other`, `REDIM PRESERVE name(5)`: lists of so many elements; without sizes only names. */
export interface DimStatement extends StatementBase {
  readonly kind: "DimStatement"
  readonly word: "DIM" | "REDIM"
  readonly isKept: boolean
  readonly items: readonly DimItem[]
}
export interface DimItem {
  readonly name: string
  readonly sizes: readonly Expression[]
  readonly type: string | null
}
/** `STEP 1: BOT "b" "task"` and `STEP 2: HUMAN APPROVAL FROM "mail"` with the lines TIMEOUT and ON TIMEOUT below. */
export interface StepStatement extends StatementBase {
  readonly kind: "StepStatement"
  /** BRANCH inside `STEP n: PARALLEL`. */
  readonly word: "STEP" | "BRANCH"
  readonly step: string
  readonly action: "BOT" | "HUMAN APPROVAL"
  /** The bot, or who approves. */
  readonly subject: Expression | null
  readonly task: Expression | null
  readonly timeout: Expression | null
  /** Free words. */
  readonly onTimeout: string | null
}
/** `STEP 3: PARALLEL` ... `END PARALLEL`: its branches at the same time. */
export interface ParallelStatement extends StatementBase {
  readonly kind: "ParallelStatement"
  readonly step: string
  readonly body: Block
}
