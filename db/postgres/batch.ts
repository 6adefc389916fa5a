import type { Connection, Submittable } from "pg"
import type { Cell, Column, Result } from "../wire/decode.ts"
import type { Prepared } from "../wire/prepared-names.ts"
import { readAffected, type Statement } from "../wire/statement.ts"

export interface PreparedStatement extends Statement {
  readonly prepared: Prepared
}

/**
 * Statements written at once with a single Sync behind them, which node-postgres lets us do by the
 * interface its cursors use.
 *
 * Postgres runs them as one implicit transaction, so taking a role and asking a question is one round
 * trip, and nothing can part the two: not another statement, not a connection that breaks.
 */
export class Batch implements Submittable {
  readonly #statements: readonly PreparedStatement[]
  readonly #done: (result: Result) => void
  readonly #fail: (error: unknown) => void
  #columns: readonly Column[] = []
  #rows: (readonly Cell[])[] = []
  #tag = ""
  #completed = 0

  constructor(
    statements: readonly PreparedStatement[],
    done: (result: Result) => void,
    fail: (error: unknown) => void,
  ) {
    this.#statements = statements
    this.#done = done
    this.#fail = fail
  }

  submit(connection: Connection): void {
    connection.stream.cork()
    for (const { text, params, prepared } of this.#statements) {
      const { name, isNew, evicted } = prepared
      if (evicted !== null) connection.close({ type: "S", name: evicted }, true)
      if (isNew) connection.parse({ name, text, types: [] }, true)
      connection.bind({ portal: "", statement: name, binary: "", values: [...params] }, true)
      connection.describe({ type: "P", name: "" }, true)
      connection.execute({ portal: "", rows: "0" }, true)
    }
    connection.sync()
    connection.stream.uncork()
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }) {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }))
  }

  handleDataRow({ fields }: { fields: readonly Cell[] }) {
    this.#rows.push(fields)
  }

  /** Only the last statement's result is wanted; what the ones before it gave is dropped. */
  handleCommandComplete({ text }: { text: string }) {
    this.#completed++
    this.#tag = text
    if (this.#completed === this.#statements.length) return
    this.#columns = []
    this.#rows = []
  }

  handleEmptyQuery() {
    this.handleCommandComplete({ text: "" })
  }

  /** Called for what Postgres refuses and for a connection that breaks. */
  handleError(error: unknown) {
    this.#fail(error)
  }

  handleReadyForQuery() {
    const affected = readAffected(this.#tag)
    this.#done({ columns: this.#columns, rows: this.#rows, affected, tag: this.#tag })
  }

  handlePortalSuspended() {}
  handleCopyInResponse() {}
  handleCopyData() {}
}
