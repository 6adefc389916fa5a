import { DrizzleQueryError } from "drizzle-orm/errors"

/**
 * What Postgres said no to, the same from the embedded and from a real server.
 *
 * `code` is the SQLSTATE ("23505"). Never shown to a caller. Postgres's detail is left out, because it
 * repeats the values of the row and this error is logged.
 */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError"
  readonly code: string
  readonly constraint: string | null
  readonly table: string | null

  constructor(message: string, facts: DatabaseErrorFacts) {
    super(message)
    this.code = facts.code
    this.constraint = facts.constraint ?? null
    this.table = facts.table ?? null
  }
}

export interface DatabaseErrorFacts {
  readonly code: string
  readonly constraint?: string | null
  readonly table?: string | null
}

/** Why the database cannot be opened, in one plain sentence for the person at the terminal. */
export class DatabaseRefusal extends Error {
  override readonly name = "DatabaseRefusal"
}

/** A mistake in our own code: the sentence says which rule was broken and what to call instead. */
export class DatabaseMisuse extends Error {
  override readonly name = "DatabaseMisuse"
}

/** Finds the database's own error in what was thrown; Drizzle wraps it as a cause. */
export function findDatabaseError(thrown: unknown): DatabaseError | null {
  let error = thrown
  for (let depth = 0; depth < 5 && error instanceof Error; depth++) {
    if (error instanceof DatabaseError) return error
    error = error.cause
  }
  return null
}

/** Takes Drizzle's wrapping off, whose message repeats the statement with its values. Other errors stay as they are. */
export function unwrapError(thrown: unknown): unknown {
  return thrown instanceof DrizzleQueryError ? (thrown.cause ?? thrown) : thrown
}

/** Tells whether a row was refused because it exists already, by the name of the constraint. */
export function isDuplicate(thrown: unknown, constraint?: string): boolean {
  const error = findDatabaseError(thrown)
  return error?.code === "23505" && (constraint === undefined || error.constraint === constraint)
}
