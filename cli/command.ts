import type { ParseArgsOptionsConfig } from "node:util"

/** What a command may read and where it may write. */
export interface Terminal {
  /** Paths are resolved from here. */
  readonly folder: string
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

export interface Invocation {
  readonly files: readonly string[]
  readonly flags: Readonly<
    Record<string, string | boolean | readonly (string | boolean)[] | undefined>
  >
}

/** One command. The result is the exit code. */
export interface Command {
  /** One word, or two such as `user reset`. */
  readonly name: string
  /** How it is written, without the program's name. */
  readonly usage: string
  /** One sentence for the help. */
  readonly summary: string
  readonly options: ParseArgsOptionsConfig
  /** Fewest and most operands. */
  readonly operands: readonly [number, number]
  readonly run: (invocation: Invocation, terminal: Terminal) => number | Promise<number>
}

/** The command was written wrongly: exit code 2. The message is one sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError"
}

/** A file cannot be used: exit code 1. The message is one sentence. */
export class FileProblem extends Error {
  override readonly name = "FileProblem"
}

export const exitCodes = { fine: 0, refused: 1, usage: 2 } as const
