import pg from "pg"
import { brokenConnection, DatabaseError } from "../errors.ts"

/** Turns what node-postgres gives into our own error. What is not Postgres's own word is a connection that broke. */
export function translateError(thrown: unknown): DatabaseError {
  if (thrown instanceof DatabaseError) return thrown
  if (!(thrown instanceof pg.DatabaseError)) return brokenConnection()
  const { message, code, constraint, table } = thrown
  return new DatabaseError(message, { code: code ?? "XX000", constraint, table })
}
