import postgres from "postgres"
import { DatabaseError } from "../errors.ts"

/** Turns what postgres.js throws into our own error; anything else comes back as it is. */
export function translateError(thrown: unknown): unknown {
  if (thrown instanceof postgres.PostgresError)
    return new DatabaseError(thrown.message, {
      code: thrown.code,
      constraint: thrown.constraint_name ?? null,
      table: thrown.table_name ?? null,
    })
  if (isConnectionError(thrown)) return new DatabaseError(thrown.message, { code: "08006" })
  return thrown
}

function isConnectionError(thrown: unknown): thrown is Error {
  if (!(thrown instanceof Error) || !("code" in thrown)) return false
  return /^(CONNECT|CONNECTION_|ECONN|EPIPE|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|ENOENT|EAI_)/.test(
    String(thrown.code),
  )
}
