import type { Facts } from "../diagnostics/entry.ts"

/** Thrown inside the machine: an error that ON ERROR and ELSE GOTO can take. No host `Error`: it needs no stack trace. */
export class Raised {
  readonly code: string
  readonly facts: Facts
  constructor(code: string, facts: Facts = {}) {
    this.code = code
    this.facts = facts
  }
}

/** Thrown inside the machine: a limit of the turn is reached. Nothing in the program can take it. */
export class LimitReached {
  readonly code: `basic.${string}`
  readonly limit: number
  constructor(code: `basic.${string}`, limit: number) {
    this.code = code
    this.limit = limit
  }
}

export type StateProblem =
  /** The JSON was not made by `freeze`, or was damaged. */
  | "damaged"
  /** Written by a later version of the format. */
  | "other_format"
  /** Made by another program than the one it was to go on with. */
  | "other_program"
  /** Larger than a conversation may remember. */
  | "too_large"
  /** Lists or objects inside each other beyond what can be handed over, or inside themselves. */
  | "too_deep"

/** A state or value that cannot cross the border of the machine. `problem` says why; the message says what was found. */
export class StateError extends Error {
  override readonly name = "StateError"
  readonly problem: StateProblem
  constructor(problem: StateProblem, message: string) {
    super(message)
    this.problem = problem
  }
}
