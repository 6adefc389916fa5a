/**
 * A compiled program. Immutable; stored once by the hash of everything but `debug` (the host computes
 * it: `basic/` has no crypto). `debug` is a separate part, not hashed.
 */
export interface Bundle {
  readonly format: 1
  /** Flat: opcode, operands, opcode, ... See `opcodes.ts`. */
  readonly code: readonly number[]
  readonly constants: readonly Constant[]
  /** Index 0 is the main flow of the entry. */
  readonly functions: readonly FunctionInfo[]
  /** Script-level variables by slot, as the author first spelled them. */
  readonly variables: readonly string[]
  /** Built-in functions the code calls, by their definition's name. */
  readonly builtins: readonly string[]
  /** What the code asks of the host. */
  readonly effects: readonly EffectShape[]
  readonly handlers: Handlers
  readonly debug: DebugTables
}
export type Constant = number | string

export interface FunctionInfo {
  /** "" for the main flow of a script; its procedures follow it. */
  readonly name: string
  /** Index into `code`; functions lie one after another, so one ends where the next begins. */
  readonly entry: number
  readonly paramCount: number
  /** Parameters first, then the hidden slots of loops. */
  readonly localCount: number
  /** Only in a bundle of several scripts: what makes this the main flow of one. */
  readonly script?: ScriptInfo
}

/** The main flow of a script, which is called like a procedure but has its variables to itself. */
export interface ScriptInfo {
  /** In lower case, with folders and without `.bas`. */
  readonly name: string
  /** Its variables: `count` of the bundle's, from `first` on. */
  readonly first: number
  readonly count: number
  /** The variables that its arguments set, in order. As many as the function's `paramCount`. */
  readonly params: readonly number[]
}

/** A command and the names of the operands that its instruction finds on the stack, in that order. */
export interface EffectShape {
  readonly keyword: string
  readonly operands: readonly string[]
  /** Names of operands whose list value is handed over as an array. */
  readonly lists: readonly string[]
}

/** Where the flow goes for reasons that are no instruction. All numbers are indexes into `code`. */
export interface Handlers {
  /** What ON MESSAGE declares for the whole flow. */
  readonly messages: readonly { readonly texts: readonly string[]; readonly target: number }[]
  /** What ON SILENCE declares for the whole flow. */
  readonly silence: { readonly seconds: number; readonly target: number } | null
  /** Those of scripts other than the entry; left out when there are none. */
  readonly silences?: readonly { readonly seconds: number; readonly target: number }[]
  /** `ELSE GOTO`: an error from `start` up to `end` leads to `target`. */
  readonly failures: readonly {
    readonly start: number
    readonly end: number
    readonly target: number
  }[]
  /** For ON ERROR RESUME NEXT: start and end of each statement, flat. Empty when the program does not use it. */
  readonly statements: readonly number[]
}

/**
 * Parallel lists sorted by `at`, the code index where a statement begins, or where it goes on after
 * the statements inside it.
 */
export interface DebugTables {
  readonly at: readonly number[]
  /** 1-based source lines; 0 when the compiler was not told where lines begin. */
  readonly lines: readonly number[]
  /** Step ids when the compiler was given them, else the path of ordinals ("3", "3.yes.0"). */
  readonly steps: readonly string[]
}
