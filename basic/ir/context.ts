import type { Block, Expression, Operands, Place, Program, Statement } from "../ast/nodes.ts"
import type { Variant } from "../translations/variants.ts"
import type { EffectShape } from "./bundle.ts"
import type { Emitter, Target } from "./emitter.ts"
import type { OpName } from "./opcodes.ts"

/** A procedure of the program as calls need it. */
export interface ProcedureInfo {
  readonly index: number
  readonly paramCount: number
}

/** The scripts of the bundle, as calls need them. */
export interface ScriptCalls {
  /** There are several scripts, or the one calls itself. */
  readonly isLinked: boolean
  /** The script of this name, as a procedure; null when there is none. */
  find(name: string): ProcedureInfo | null
  /** Every text, in lower case, that means a script. */
  listSpellings(): readonly { readonly text: string; readonly script: ProcedureInfo }[]
}

/** A loop around the statement at hand, for EXIT and CONTINUE. */
export interface OpenLoop {
  readonly word: "FOR" | "WHILE" | "DO"
  readonly exit: Target
  readonly next: Target
}

/** What belongs to the main flow or to one procedure. */
export interface FlowScope {
  readonly index: number
  readonly params: ReadonlyMap<string, number>
  /** Variables by their names as they are written, once they were looked up. */
  readonly slots: Map<string, Slot>
  readonly labels: Map<string, Target>
  readonly loops: OpenLoop[]
  /** Hidden slots in use, and the most that ever were. Both count the parameters. */
  usedSlots: number
  slotCount: number
}

/** Where a variable lives. */
export interface Slot {
  readonly kind: "global" | "local"
  readonly index: number
}

export interface Handling {
  readonly messages: { texts: readonly string[]; target: Target }[]
  silence: { seconds: number; target: Target } | null
  /** Those of scripts other than the entry. */
  readonly silences: { seconds: number; target: Target }[]
  readonly failures: { start: number; end: number; target: Target }[]
  readonly statements: number[]
}

/**
 * What the files of the compiler share. Those for one family of statements reach the others through
 * `block`, `statement` and `expression`, so that none of them imports another.
 */
export interface Compiler {
  readonly program: Program
  readonly out: Emitter
  flow: FlowScope
  readonly handling: Handling
  /** The program has ON ERROR RESUME NEXT, so the ends of statements are kept. */
  readonly keepsStatements: boolean
  /** Names the program sets itself: then `err` and `error` are variables like any other. */
  readonly assignedNames: ReadonlySet<string>
  /** Names that it sets to a text with a comparison in it: filters for tables. */
  readonly filterNames: ReadonlySet<string>
  readonly scripts: ScriptCalls
  /** What is said instead of a text, by language; none for nearly all. */
  variantsOf(node: object): readonly Variant[]
  /** The statement at hand stands in the main flow of its script. */
  readonly isMainFlow: boolean

  block(block: Block): void
  statement(statement: Statement): void
  /** Leaves one value on the stack. */
  expression(expression: Expression): void
  /** Leaves nothing; jumps to the target when the condition is `jumpsWhen`, else goes on. */
  condition(expression: Expression, jumpsWhen: boolean, target: Target): void
  /** Sets a place to the value that `emitValue` leaves; keys are evaluated once, before the value. */
  assign(target: Place, emitValue: () => void): void
  /** Hands an effect over and leaves its answer. */
  effect(keyword: string, operands: Operands): void
  /** Notes that the code from here on belongs to this statement again. */
  mark(statement: Statement): void

  slot(name: string): Slot
  /** Writes the instruction of a pair that fits the variable: `LOAD` means LOAD_GLOBAL or LOAD_LOCAL. */
  variable(operation: VariableOperation, slot: Slot, first?: number, second?: number): void
  /** Reserves hidden slots for a statement; they are free again after `body`. */
  withSlots(count: number, body: (first: number) => void): void
  label(name: string): Target
  procedure(name: string): ProcedureInfo | null
  builtin(definitionName: string): number
  effectIndex(shape: EffectShape): number
}

type PairOf<Name extends string> = Name extends `${infer Base}_GLOBAL` ? Base : never
/** Instructions that exist for script-level variables and for slots. */
export type VariableOperation = PairOf<OpName>
