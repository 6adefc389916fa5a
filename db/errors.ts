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

/** A caught failure of a statement does not save its transaction. */
export function abortedTransaction(): DatabaseError {
  return new DatabaseError("The transaction was rolled back: one of its statements had failed.", {
    code: "25P02",
  })
}

export function brokenConnection(): DatabaseError {
  return new DatabaseError(
    "The connection to the database broke; whether the work was done is not known.",
    {
      code: "08006",
    },
  )
}

export function finishedTransaction(): DatabaseMisuse {
  return new DatabaseMisuse(
    "A statement was sent to a transaction that is over. Await every statement before the transaction's function returns.",
  )
}

export function expiredTransaction(limitMs: number): DatabaseMisuse {
  return new DatabaseMisuse(
    `The transaction was open for more than ${limitMs / 1000} s and was rolled back. Do what takes long before or after it, never inside.`,
  )
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
