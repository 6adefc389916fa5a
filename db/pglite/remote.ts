import type { Worker } from "node:worker_threads"
import { type Backend, enterScope, type Scope, type Session, scopeParams } from "../backend.ts"
import { DatabaseError, DatabaseMisuse } from "../errors.ts"
import type { LibraryPool } from "../library-pool.ts"
import type { Cell, Result } from "../wire/decode.ts"
import type { Statement } from "../wire/statement.ts"
import type { Ask, Refused, Reply, Request } from "./messages.ts"

interface Pending {
  readonly answer: (result: Result) => void
  readonly answerDump: (dump: Uint8Array<ArrayBuffer>) => void
  readonly refuse: (error: Error) => void
}

/** A transaction that is ended by hand. */
export interface OpenTransaction extends Session {
  runScript(text: string): Promise<Result>
  end(commit: boolean): Promise<void>
}

/**
 * The embedded database as seen from the main thread.
 *
 * Requests made in the same turn of the event loop travel in one message, and so do their replies:
 * a message costs more than a query.
 */
export class Remote implements Backend {
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<string, Set<(payload: string) => void>>()
  #outgoing: Request[] = []
  #lastId = 0
  #lastTx = 0
  #failure: Error | null = null

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on("message", (replies: readonly Reply[]) => this.#receive(replies))
    worker.on("error", (error) => this.#fail(`The embedded database stopped: ${error.message}`))
    worker.on("exit", () => this.#fail("The embedded database is closed."))
  }

  query(scope: Scope, text: string, params: readonly Cell[]): Promise<Result> {
    return this.ask({ kind: "query", enter: enter(scope), statement: { text, params } })
  }

  async transaction<T>(
    scope: Scope,
    limitMs: number,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const transaction = await this.begin(enter(scope), limitMs)
    let result: T
    try {
      result = await work(transaction)
    } catch (error) {
      await transaction.end(false)
      throw error
    }
    await transaction.end(true)
    return result
  }

  /** Opens a transaction, which holds up everybody else until it ends or `limitMs` have passed. */
  async begin(enter: Statement, limitMs: number): Promise<OpenTransaction> {
    const tx = ++this.#lastTx
    await this.ask({ kind: "begin", tx, enter, limitMs })
    return {
      run: (text, params) => this.ask({ kind: "run", tx, statement: { text, params } }),
      runScript: (text) => this.ask({ kind: "script", tx, text }),
      end: async (commit) => {
        await this.ask({ kind: "end", tx, commit })
      },
    }
  }

  /** Runs a statement that Postgres allows only outside a transaction, such as VACUUM. */
  async runAlone(text: string): Promise<void> {
    await this.ask({ kind: "alone", text })
  }

  /** Gives the whole data directory as a gzipped tar, consistent to the last committed statement. */
  dump(): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((answerDump, refuse) =>
      this.#post({ kind: "dump" }, { answer: () => {}, answerDump, refuse }),
    )
  }

  /** Hears a channel of NOTIFY; the function given back stops it. */
  async listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>> {
    const quoted = `"${channel.replaceAll('"', '""')}"`
    const hearing = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, hearing)
    hearing.add(hear)
    if (hearing.size === 1) await this.runAlone(`listen ${quoted}`)
    return async () => {
      hearing.delete(hear)
      if (hearing.size > 0 || this.#failure !== null) return
      this.#listeners.delete(channel)
      await this.runAlone(`unlisten ${quoted}`)
    }
  }

  async openPool(schema: string): Promise<LibraryPool> {
    const { createSessionPool } = await import("./session-pool.ts")
    return createSessionPool(this, schema)
  }

  async close(): Promise<void> {
    if (this.#failure !== null) return
    const exited = new Promise((done) => this.#worker.once("exit", done))
    await this.ask({ kind: "close" })
    await exited
  }

  /** Sends one request to the worker; the other methods say what for. */
  ask(ask: Ask): Promise<Result> {
    return new Promise((answer, refuse) =>
      this.#post(ask, { answer, answerDump: () => {}, refuse }),
    )
  }

  #post(ask: Ask, pending: Pending) {
    if (this.#failure !== null) return pending.refuse(this.#failure)
    const id = ++this.#lastId
    this.#pending.set(id, pending)
    this.#outgoing.push({ id, ask })
    if (this.#outgoing.length === 1) queueMicrotask(() => this.#flush())
  }

  #flush() {
    const requests = this.#outgoing
    this.#outgoing = []
    this.#worker.postMessage(requests)
  }

  #receive(replies: readonly Reply[]) {
    for (const reply of replies) {
      if ("channel" in reply) {
        for (const hear of this.#listeners.get(reply.channel) ?? []) hear(reply.payload)
        continue
      }
      const pending = this.#pending.get(reply.id)
      this.#pending.delete(reply.id)
      if ("error" in reply) pending?.refuse(restore(reply.error))
      else if ("dump" in reply) pending?.answerDump(reply.dump)
      else pending?.answer(reply.result)
    }
  }

  #fail(reason: string) {
    this.#failure ??= new DatabaseError(reason, { code: "57P01" })
    const pending = [...this.#pending.values()]
    this.#pending.clear()
    for (const each of pending) each.refuse(this.#failure)
  }
}

function restore({ kind, message, facts }: Refused): Error {
  return kind === "misuse" ? new DatabaseMisuse(message) : new DatabaseError(message, facts)
}

function enter(scope: Scope): Statement {
  return { text: enterScope, params: scopeParams(scope) }
}
