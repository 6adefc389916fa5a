import { drizzle, type PgRemoteDatabase } from "drizzle-orm/pg-proxy"
import type { Session } from "./backend.ts"
import { decodeLists, decodeRows } from "./wire/decode.ts"
import { encodeParams, type Param } from "./wire/encode.ts"

/** Statements written out, for what the query builder does not say well. */
export interface RawQueries {
  /**
   * Runs one statement and gives its rows as objects. The caller names their shape; nothing checks it.
   * For a list as JSON write `$1::text::jsonb` and pass it stringified.
   */
  rows<Row = Record<string, unknown>>(text: string, params?: readonly Param[]): Promise<Row[]>
}

/** A transaction: Drizzle's query builder, and `rows` beside it. Over when the function it was given to returns. */
export type Tx = PgRemoteDatabase & RawQueries

/** A transaction that sees one organization (or the batch it was opened for) and nothing else. */
export type OrgTx = Tx

/** Puts the query builder on a session. Cheap: no schema is attached, so nothing is computed. */
export function createTx(session: Session): Tx {
  const builder = drizzle(async (text, params, method) => {
    const result = await session.run(text, encodeParams(params))
    return { rows: method === "all" ? decodeLists(result) : decodeRows(result) }
  })
  return Object.assign(builder, {
    async rows<Row>(text: string, params: readonly Param[] = []): Promise<Row[]> {
      const result = await session.run(text, encodeParams(params))
      return asRows<Row>(decodeRows(result))
    },
  })
}

/** The shape of a row is the statement's to know: whoever writes the SQL names it. */
export function asRows<Row>(rows: Record<string, unknown>[]): Row[] {
  return rows as Row[]
}
