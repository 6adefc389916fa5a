import postgres, { type Sql } from "postgres"
import { enterScope, type Scope, scopeParams } from "../backend.ts"
import { DatabaseError } from "../errors.ts"
import type { Cell, Result } from "../wire/decode.ts"
import { connectionOptions } from "./options.ts"
import { type Rows, readRows } from "./rows.ts"

/**
 * One connection on which short transactions follow each other without waiting.
 *
 * BEGIN, the scope, the statement and COMMIT are written at once, so a tenant's query costs one round
 * trip: three times as many a second as `sql.begin`. Should the connection break in the middle, the
 * rest could reach a new one without its scope, where it sees nothing; such an answer is refused.
 */
export class Lane {
  readonly #sql: Sql
  #closures = 0
  /** How many transactions are on their way. */
  busy = 0

  constructor(url: string, limitMs: number) {
    const options = connectionOptions({ max: 1, role: "botwright_app", limitMs })
    this.#sql = postgres(url, { ...options, onclose: () => this.#closures++ })
  }

  async query(scope: Scope, text: string, params: readonly Cell[]): Promise<Result> {
    const closures = this.#closures
    this.busy++
    try {
      const [begun, entered, answered, committed] = await Promise.allSettled([
        this.#sql.unsafe("begin").execute(),
        this.#sql.unsafe(enterScope, scopeParams(scope), { prepare: true }).execute(),
        this.#sql
          .unsafe<Rows>(text, [...params], { prepare: true })
          .values()
          .execute(),
        this.#sql.unsafe("commit").execute(),
      ])
      if (begun.status === "rejected") throw begun.reason
      if (entered.status === "rejected") throw entered.reason
      if (answered.status === "rejected") throw answered.reason
      if (committed.status === "rejected") throw committed.reason
      if (closures !== this.#closures)
        throw new DatabaseError("The connection to the database broke during a statement.", {
          code: "08006",
        })
      return readRows(answered.value)
    } finally {
      this.busy--
    }
  }

  async close(): Promise<void> {
    await this.#sql.end({ timeout: 10 })
  }
}
