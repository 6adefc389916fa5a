import postgres, { type Sql } from "postgres"
import { enterScope, type Scope, type Session, scopeParams } from "../backend.ts"
import {
  abortedTransaction,
  brokenConnection,
  expiredTransaction,
  finishedTransaction,
} from "../errors.ts"
import type { Cell, Result } from "../wire/decode.ts"
import { connectionOptions } from "./options.ts"
import { type Rows, readRows } from "./rows.ts"

/**
 * One connection, used either for single statements that follow each other without waiting (`query`)
 * or for one transaction after the other (`transaction`), never for both.
 *
 * Transactions are opened here and not with postgres.js's `begin`: when its reserved connection breaks,
 * it writes the rollback to a socket that is gone and takes the whole process down with it.
 */
export class Lane {
  readonly #sql: Sql
  /** Counts broken connections: what was begun before one is lost, and the next one knows nothing of it. */
  #closures = 0
  /** How many statements are on their way. */
  busy = 0

  constructor(url: string, role: string | null, limitMs: number) {
    const options = connectionOptions({ max: 1, role, limitMs: role === null ? null : limitMs })
    this.#sql = postgres(url, { ...options, onclose: () => this.#closures++ })
  }

  /**
   * BEGIN, the scope, the statement and COMMIT are written at once, so a tenant's query costs one round
   * trip: three times as many a second as waiting for each. Should the connection break in the middle,
   * the rest could reach a new one without its scope, where it sees nothing; such an answer is refused.
   */
  async query(scope: Scope, text: string, params: readonly Cell[]): Promise<Result> {
    const closures = this.#closures
    this.busy++
    try {
      const [begun, entered, answered, committed] = await Promise.allSettled([
        this.#sql.unsafe("begin").execute(),
        this.#enter(scope),
        this.#send(text, params),
        this.#sql.unsafe("commit").execute(),
      ])
      if (begun.status === "rejected") throw begun.reason
      if (entered.status === "rejected") throw entered.reason
      if (answered.status === "rejected") throw answered.reason
      if (committed.status === "rejected") throw committed.reason
      if (closures !== this.#closures) throw brokenConnection()
      return answered.value
    } finally {
      this.busy--
    }
  }

  /** Commits when `work` resolves. The lane must not be used otherwise meanwhile. */
  async transaction<T>(
    scope: Scope,
    limitMs: number,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const transaction = await this.#begin(scope, limitMs)
    try {
      const result = await work(transaction.session)
      await transaction.commit()
      return result
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }

  async #begin(scope: Scope, limitMs: number) {
    const closures = this.#closures
    const endsAt = performance.now() + limitMs
    let isOver = false
    await Promise.all([this.#sql.unsafe("begin").execute(), this.#enter(scope)])

    const assertOpen = () => {
      // On this connection the next transaction may have begun, for somebody else.
      if (isOver) throw finishedTransaction()
      if (performance.now() > endsAt) throw expiredTransaction(limitMs)
      if (closures !== this.#closures) throw brokenConnection()
    }
    const session: Session = {
      run: async (text, params) => {
        assertOpen()
        return this.#send(text, params)
      },
      runScript: async (text) => {
        assertOpen()
        await this.#sql.unsafe(text).simple()
      },
    }
    return {
      session,
      commit: async () => {
        assertOpen()
        isOver = true
        const { command } = await this.#sql.unsafe("commit")
        if (closures !== this.#closures) throw brokenConnection()
        if (command !== "COMMIT") throw abortedTransaction()
      },
      rollback: async () => {
        isOver = true
        if (closures === this.#closures) await this.#sql.unsafe("rollback").catch(() => {})
      },
    }
  }

  async close(): Promise<void> {
    await this.#sql.end({ timeout: 10 })
  }

  async #enter(scope: Scope): Promise<void> {
    await this.#sql.unsafe(enterScope, scopeParams(scope), { prepare: true }).execute()
  }

  async #send(text: string, params: readonly Cell[]): Promise<Result> {
    const query = this.#sql
      .unsafe<Rows>(text, [...params], { prepare: true })
      .values()
      .execute()
    return readRows(await query)
  }
}
