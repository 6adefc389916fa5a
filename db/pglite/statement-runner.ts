import { type PGlite, protocol } from "@electric-sql/pglite"
import { DatabaseError } from "../errors.ts"
import type { Cell, Column, Result } from "../wire/decode.ts"
import { PreparedNames } from "../wire/prepared-names.ts"
import { changedShape, readAffected, type Statement } from "../wire/statement.ts"

const { serialize } = protocol

type Message = Awaited<ReturnType<PGlite["execProtocol"]>>["messages"][number]

/**
 * Runs statements on the one session of PGlite.
 *
 * All statements of a call travel as one batch of the wire protocol with a single Sync, so Postgres
 * runs them as one implicit transaction: taking a role and asking a question costs one entry into
 * WASM. That is seven times as fast as PGlite's own `transaction`, and nothing can come between.
 */
export class StatementRunner {
  readonly #db: PGlite
  readonly #prepared = new PreparedNames()

  constructor(db: PGlite) {
    this.#db = db
  }

  /** Gives the result of the last statement. Throws: DatabaseError, with all statements undone. */
  async run(statements: readonly Statement[]): Promise<Result> {
    const fresh: string[] = []
    const parts: Uint8Array[] = []
    for (const statement of statements) this.#append(parts, fresh, statement)
    parts.push(serialize.sync())
    const messages = await this.#send(parts)
    const error = findError(messages)
    if (error === null) return readResult(messages)
    await this.#forget(error, fresh)
    throw error
  }

  /** Runs several statements without parameters as they stand; gives the result of the last one. */
  async runScript(text: string): Promise<Result> {
    const messages = await this.#send([serialize.query(text)])
    const error = findError(messages)
    if (error !== null) throw error
    return readResult(messages)
  }

  #append(parts: Uint8Array[], fresh: string[], { text, params }: Statement) {
    const { name, isNew, evicted } = this.#prepared.take(text)
    if (evicted !== null) parts.push(serialize.close({ type: "S", name: evicted }))
    if (isNew) {
      parts.push(serialize.parse({ name, text }))
      fresh.push(text)
    }
    parts.push(
      serialize.bind({ statement: name, values: [...params] }),
      serialize.describe({ type: "P" }),
      serialize.execute({}),
    )
  }

  async #forget(error: DatabaseError, fresh: readonly string[]) {
    const names =
      error.code === changedShape
        ? this.#prepared.forgetAll()
        : fresh.map((text) => this.#prepared.forget(text)).filter((name) => name !== null)
    if (names.length === 0) return
    const parts = names.map((name) => serialize.close({ type: "S", name }))
    await this.#send([...parts, serialize.sync()])
  }

  async #send(parts: readonly Uint8Array[]): Promise<readonly Message[]> {
    const { messages } = await this.#db.execProtocol(join(parts), { throwOnError: false })
    return messages
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function findError(messages: readonly Message[]): DatabaseError | null {
  const message = messages.find((each) => each instanceof protocol.messages.DatabaseError)
  if (message === undefined) return null
  const { code, constraint, table } = message
  return new DatabaseError(message.message, { code: code ?? "XX000", constraint, table })
}

/** Reads what belongs to the last statement: everything since the last row description or completion. */
function readResult(messages: readonly Message[]): Result {
  let columns: readonly Column[] = []
  let rows: (readonly Cell[])[] = []
  let tag = ""
  for (const message of messages) {
    if (message instanceof protocol.messages.RowDescriptionMessage) {
      columns = message.fields.map((field) => ({ name: field.name, type: field.dataTypeID }))
      rows = []
    } else if (message.name === "noData") {
      columns = []
      rows = []
    } else if (message instanceof protocol.messages.DataRowMessage) rows.push(message.fields)
    else if (message instanceof protocol.messages.CommandCompleteMessage) tag = message.text
  }
  return { columns, rows, affected: readAffected(tag), tag }
}
