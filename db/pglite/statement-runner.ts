import { type PGlite, protocol } from "@electric-sql/pglite"
import { DatabaseError } from "../errors.ts"
import type { Cell, Column, Result } from "../wire/decode.ts"
import type { Statement } from "./messages.ts"

const { serialize } = protocol

/** Statements kept prepared; beyond that the one used longest ago is closed. */
const maxPrepared = 400

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
  readonly #prepared = new Map<string, string>()
  #made = 0

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
    // 0A000: a table changed under a prepared statement. The next call prepares it anew.
    await this.#forget(error.code === "0A000" ? [...this.#prepared.keys()] : fresh)
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
    let name = this.#prepared.get(text)
    if (name === undefined) {
      name = `s${++this.#made}`
      this.#evict(parts)
      parts.push(serialize.parse({ name, text }))
      fresh.push(text)
    } else this.#prepared.delete(text)
    this.#prepared.set(text, name)
    parts.push(
      serialize.bind({ statement: name, values: [...params] }),
      serialize.describe({ type: "P" }),
      serialize.execute({}),
    )
  }

  #evict(parts: Uint8Array[]) {
    if (this.#prepared.size < maxPrepared) return
    const oldest = this.#prepared.entries().next().value
    if (oldest === undefined) return
    this.#prepared.delete(oldest[0])
    parts.push(serialize.close({ type: "S", name: oldest[1] }))
  }

  async #forget(texts: readonly string[]) {
    const parts: Uint8Array[] = []
    for (const text of texts) {
      const name = this.#prepared.get(text)
      if (name === undefined) continue
      this.#prepared.delete(text)
      parts.push(serialize.close({ type: "S", name }))
    }
    if (parts.length > 0) await this.#send([...parts, serialize.sync()])
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

/** "INSERT 0 3" and "UPDATE 3" end with the number of rows. */
function readAffected(tag: string): number {
  return Number(/\d+$/.exec(tag)?.[0] ?? 0)
}
