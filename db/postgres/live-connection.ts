import pg from "pg"
import { brokenConnection, DatabaseError } from "../errors.ts"
import type { Result } from "../wire/decode.ts"
import { PreparedNames } from "../wire/prepared-names.ts"
import { changedShape, type Statement } from "../wire/statement.ts"
import { Batch } from "./batch.ts"
import { translateError } from "./errors.ts"

export interface ConnectionSettings {
  readonly url: string
  /** What it runs as from its first packet on; null keeps the user of the URL. */
  readonly role: string | null
  /** How long a statement may run and a transaction may idle; null for as long as it takes. */
  readonly limitMs: number | null
}

/** Added to the server's own limit: after so long without an answer the network has swallowed it. */
const networkGraceMs = 5_000

/** One open connection. Used by one borrower at a time, who awaits each call. */
export class LiveConnection {
  readonly #client: pg.Client
  readonly #limitMs: number | null
  readonly #prepared = new PreparedNames()
  isBroken = false

  private constructor(client: pg.Client, limitMs: number | null) {
    this.#client = client
    this.#limitMs = limitMs
    const breakOff = () => {
      this.isBroken = true
    }
    client.on("error", breakOff)
    client.on("end", breakOff)
  }

  /** Throws: whatever kept it from connecting, as node-postgres has it. */
  static async open({ url, role, limitMs }: ConnectionSettings): Promise<LiveConnection> {
    const client = new pg.Client({
      connectionString: url,
      application_name: "botwright",
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
      ...(role !== null && { options: `-c role=${role}` }),
      ...(limitMs !== null && {
        statement_timeout: limitMs * 2,
        idle_in_transaction_session_timeout: limitMs,
      }),
    })
    const connection = new LiveConnection(client, limitMs)
    await client.connect()
    return connection
  }

  /** Runs statements in one round trip and one transaction; gives the last one's result. Throws: DatabaseError. */
  async run(statements: readonly Statement[]): Promise<Result> {
    const fresh: string[] = []
    const batch = statements.map((statement) => {
      const prepared = this.#prepared.take(statement.text)
      if (prepared.isNew) fresh.push(statement.text)
      return { ...statement, prepared }
    })
    try {
      return await this.#withDeadline(
        (done, fail) => void this.#client.query(new Batch(batch, done, fail)),
      )
    } catch (error) {
      this.#forget(error, fresh)
      throw error
    }
  }

  /** Runs statements without parameters as they stand. Throws: DatabaseError. */
  async runScript(text: string): Promise<void> {
    if (this.isBroken) throw brokenConnection()
    try {
      await this.#client.query(text)
    } catch (error) {
      throw translateError(error)
    }
  }

  async close(): Promise<void> {
    await this.#client.end()
  }

  /**
   * What failed to prepare has no name over there. When a table changed its shape every statement may
   * be stale, and the names are simply not used again: the connection is thrown away.
   */
  #forget(error: unknown, fresh: readonly string[]) {
    for (const text of fresh) this.#prepared.forget(text)
    if (error instanceof DatabaseError && error.code === changedShape) this.isBroken = true
  }

  #withDeadline(
    send: (done: (result: Result) => void, fail: (error: unknown) => void) => void,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.isBroken) return reject(brokenConnection())
      const deadline = this.#limitMs === null ? null : this.#limitMs * 2 + networkGraceMs
      const timer = deadline === null ? null : setTimeout(() => this.#giveUp(), deadline)
      const settle = () => timer !== null && clearTimeout(timer)
      send(
        (result) => {
          settle()
          resolve(result)
        },
        (error) => {
          settle()
          reject(translateError(error))
        },
      )
    })
  }

  /** Tears the socket down, which fails whatever waits on it. */
  #giveUp() {
    this.isBroken = true
    void this.#client.end()
  }
}
