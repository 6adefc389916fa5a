import type { Facts } from "../diagnostics/entry.ts"
import type { Value } from "./value.ts"

/** Why `run` returned. The host acts on it, then calls `resume` (or keeps the state for as long as it likes). */
export type Outcome =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "effect"; readonly effect: Effect }
  | { readonly kind: "fault"; readonly fault: Fault }
  /** The slice is used up; call `run` again after giving others a turn. */
  | { readonly kind: "pause" }

/** Something the VM cannot do itself. `operands` holds evaluated values under the definition's parameter names. */
export interface Effect {
  /** The definition's name: "TALK", "HEAR", "GET", "SET BOT MEMORY", ... */
  readonly keyword: string
  readonly operands: Readonly<Record<string, OperandValue>>
  /** Index into the bundle's step table. */
  readonly step: number
  /** 1-based line of the source. */
  readonly line: number
}

/** FieldList operands arrive as a MapValue, ExpressionList operands as an array, words as text. */
export type OperandValue = Value | readonly Value[]

/** How the host answers an effect. "timeout" and "failed" go to the statement's own outlet when it has one. */
export type Answer =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "timeout" }
  | { readonly kind: "failed"; readonly code: string; readonly message: string }

/** An error no ON ERROR or ELSE GOTO took. `code` is a `basic.*` diagnostic code or the code of the failed effect. */
export interface Fault {
  readonly code: string
  readonly message: string
  /** What fills the sentence, for those who say it in another language; left out where somebody else made it. */
  readonly facts?: Facts
  readonly step: number
  readonly line: number
}

/** What the rest of a turn derives from: one clock reading, one seed. `run` never sees another clock. */
export interface TurnContext {
  readonly nowMs: number
  /** 32 hexadecimal digits; a number where nothing depends on it but the look of a preview. */
  readonly seed: number | string
  readonly zone: ZoneTable
  /** What BOT_ID() and SESSION_ID() give; empty when left out. */
  readonly botId?: string
  readonly sessionId?: string
  /** The language tag of the conversation as it is now: a command may change it within the turn. */
  readonly language?: () => string | null | undefined
}

/** A time zone as data: offset changes in ascending order. `offsets[i]` holds from `untils[i - 1]` up to `untils[i]` (ms UTC). */
export interface ZoneTable {
  readonly name: string
  readonly untils: readonly number[]
  /** Minutes east of UTC; one longer than `untils`. */
  readonly offsets: readonly number[]
}

/** Limits of one turn (`engine.md` section 2). All are required so that no caller forgets one. */
export interface TurnLimits {
  readonly instructions: number
  readonly callDepth: number
  readonly textChars: number
  readonly cells: number
}

export const defaultTurnLimits: TurnLimits = {
  instructions: 20_000_000,
  callDepth: 200,
  textChars: 10_000_000,
  cells: 1_000_000,
}
