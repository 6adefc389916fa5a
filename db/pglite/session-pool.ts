import { EventEmitter } from "node:events"
import type { LibraryClient, LibraryPool, LibraryResult } from "../library-pool.ts"
import { asRows } from "../transaction.ts"
import { decodeRows, type Result } from "../wire/decode.ts"
import { encodeParams, type Param } from "../wire/encode.ts"
import type { Statement } from "../wire/statement.ts"
import type { OpenTransaction, Remote } from "./remote.ts"

/** A library's own transactions are its migrations, which may take longer than a turn. */
const transactionLimitMs = 60_000

/**
 * A pool look-alike over the one session of the embedded database.
 *
 * Every statement has a transaction of its own with the library's schema as its search path, so the
 * library's tables and ours never meet. BEGIN on a client holds the session until COMMIT.
 */
export function createSessionPool(remote: Remote, schema: string): LibraryPool {
  // A library listens for errors once for each of its parts.
  const pool = new EventEmitter().setMaxListeners(0)
  const path = `"${schema.replaceAll('"', '""')}"`
  return Object.assign(pool, {
    connect: async () => new SessionClient(remote, path),
    query: <Row>(text: string, params?: readonly unknown[]) =>
      new SessionClient(remote, path).query<Row>(text, params),
    end: async () => {},
  })
}

class SessionClient extends EventEmitter implements LibraryClient {
  readonly #remote: Remote
  readonly #path: string
  readonly #heard = new Map<string, () => Promise<void>>()
  #held: OpenTransaction | null = null

  constructor(remote: Remote, path: string) {
    super()
    this.#remote = remote
    this.#path = path
  }

  async query<Row>(text: string, params: readonly unknown[] = []): Promise<LibraryResult<Row>> {
    const result = await this.#run(withoutComments(text), params)
    const rows = result === null ? [] : asRows<Row>(decodeRows(result))
    return { rows, rowCount: result?.affected ?? 0 }
  }

  release(): void {
    for (const stop of this.#heard.values()) void stop()
    this.#heard.clear()
    void this.#held?.end(false)
    this.#held = null
  }

  async #run(text: string, params: readonly unknown[]): Promise<Result | null> {
    const channel = /^listen\s+"?([\w:]+)"?;?$/i.exec(text)?.[1]
    if (channel !== undefined) return this.#listen(channel)
    if (/^begin\b/i.test(text)) {
      this.#held = await this.#remote.begin(this.#enter(), transactionLimitMs)
      return null
    }
    if (this.#held !== null && /^(commit|rollback)\b/i.test(text)) {
      const held = this.#held
      this.#held = null
      await held.end(/^commit/i.test(text))
      return null
    }
    return params.length > 0 ? this.#runOne(text, params) : this.#runPlain(text)
  }

  #runOne(text: string, params: readonly unknown[]): Promise<Result> {
    const statement = { text, params: encodeParams(params as readonly Param[]) }
    return this.#held === null
      ? this.#remote.ask({ kind: "query", enter: this.#enter(), statement })
      : this.#held.run(statement.text, statement.params)
  }

  /** Without parameters it may be several statements, as in a migration. */
  #runPlain(text: string): Promise<Result> {
    return this.#held === null
      ? this.#remote.ask({ kind: "alone", text: `set local search_path to ${this.#path}; ${text}` })
      : this.#held.runScript(text)
  }

  async #listen(channel: string): Promise<null> {
    if (this.#heard.has(channel)) return null
    const hear = (payload: string) => this.emit("notification", { channel, payload })
    this.#heard.set(channel, await this.#remote.listen(channel, hear))
    return null
  }

  #enter(): Statement {
    return { text: "select set_config('search_path', $1, true)", params: [this.#path] }
  }
}

function withoutComments(text: string): string {
  return text.replace(/^(\s*--[^\n]*\n)+/, "").trim()
}
