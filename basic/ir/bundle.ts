/**
 * A compiled program. Immutable; stored once by the hash of `code`, `constants`, `functions` and
 * `handlers` (the host computes it: `basic/` has no crypto). `debug` is a separate part, not hashed.
 */
export interface Bundle {
  readonly format: 1
  /** Flat: opcode, operands, opcode, ... See `opcodes.ts`. */
  readonly code: readonly number[]
  readonly constants: readonly Constant[]
  /** Index 0 is the main flow. */
  readonly functions: readonly FunctionInfo[]
  readonly handlers: Handlers
  readonly debug: DebugTables
}
export type Constant = number | string

export interface FunctionInfo {
  readonly name: string
  /** Index into `code`. */
  readonly entry: number
  readonly paramCount: number
  /** Parameters first, then the hidden slots of loops. */
  readonly localCount: number
}

/** What ON MESSAGE and ON SILENCE declare for the whole flow. `target` is an index into `code`. */
export interface Handlers {
  readonly messages: readonly { readonly texts: readonly string[]; readonly target: number }[]
  readonly silence: { readonly seconds: number; readonly target: number } | null
}

/** Parallel lists sorted by `at`, the code index where a statement begins. */
export interface DebugTables {
  readonly at: readonly number[]
  /** 1-based source lines. */
  readonly lines: readonly number[]
  /** Step ids when the compiler was given them, else the path of ordinals ("3", "3.yes.0"). */
  readonly steps: readonly string[]
}
