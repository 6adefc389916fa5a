import { abortedTransaction, expiredTransaction, finishedTransaction } from "../errors.ts"
import type { Result } from "../wire/decode.ts"
import { type Ask, emptyResult } from "./messages.ts"
import type { StatementRunner } from "./statement-runner.ts"

export type SessionAsk = Extract<
  Ask,
  { kind: "query" | "begin" | "run" | "script" | "end" | "alone" }
>

interface Waiting {
  readonly ask: SessionAsk | { readonly kind: "task"; readonly perform: () => Promise<void> }
  readonly answer: (result: Result) => void
  readonly refuse: (error: unknown) => void
}

interface OpenTransaction {
  readonly tx: number
  readonly timer: NodeJS.Timeout
}

/**
 * Puts everybody's statements in one row, for PGlite has one session.
 *
 * While a transaction is open only its own statements run; the others wait. It cannot wait for ever:
 * a transaction that is open for longer than its limit is rolled back, and its next statement is told so.
 */
export class SessionQueue {
  readonly #runner: StatementRunner
  readonly #own: Waiting[] = []
  readonly #others: Waiting[] = []
  /** Ids are never used again, so this small set is enough to tell a late statement from a wrong one. */
  readonly #expired = new Map<number, number>()
  #open: OpenTransaction | null = null
  #isRunning = false

  constructor(runner: StatementRunner) {
    this.#runner = runner
  }

  ask(ask: SessionAsk): Promise<Result> {
    return new Promise((answer, refuse) => {
      const queue = "tx" in ask && ask.kind !== "begin" ? this.#own : this.#others
      queue.push({ ask, answer, refuse })
      void this.#pump()
    })
  }

  /** Runs a task that needs the session for itself, when no transaction is open. */
  exclusively<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((answer, refuse) => {
      const perform = async () => answer(await task())
      this.#others.push({ ask: { kind: "task", perform }, answer: () => {}, refuse })
      void this.#pump()
    })
  }

  async #pump() {
    if (this.#isRunning) return
    this.#isRunning = true
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      try {
        next.answer(await this.#perform(next.ask))
      } catch (error) {
        next.refuse(error)
      }
    }
    this.#isRunning = false
  }

  #next(): Waiting | undefined {
    return this.#own.shift() ?? (this.#open === null ? this.#others.shift() : undefined)
  }

  async #perform(ask: Waiting["ask"]): Promise<Result> {
    switch (ask.kind) {
      case "task":
        await ask.perform()
        return emptyResult
      case "query":
        return this.#runner.run([ask.enter, ask.statement])
      case "begin":
        return this.#begin(ask)
      case "run":
        this.#assertOpen(ask.tx)
        return this.#runner.run([ask.statement])
      case "script":
        this.#assertOpen(ask.tx)
        return this.#runner.runScript(ask.text)
      case "end":
        return this.#end(ask)
      case "alone":
        return this.#runner.runScript(ask.text)
    }
  }

  async #begin(ask: Extract<SessionAsk, { kind: "begin" }>): Promise<Result> {
    const result = await this.#runner.run([{ text: "begin", params: [] }, ask.enter])
    const timer = setTimeout(() => this.#expire(ask.tx, ask.limitMs), ask.limitMs)
    this.#open = { tx: ask.tx, timer }
    return result
  }

  async #end({ tx, commit }: Extract<SessionAsk, { kind: "end" }>): Promise<Result> {
    if (!commit && this.#open?.tx !== tx) return emptyResult
    this.#assertOpen(tx)
    this.#close()
    const result = await this.#runner.run([{ text: commit ? "commit" : "rollback", params: [] }])
    if (commit && result.tag === "ROLLBACK") throw abortedTransaction()
    return result
  }

  #close() {
    if (this.#open !== null) clearTimeout(this.#open.timer)
    this.#open = null
  }

  #expire(tx: number, limitMs: number) {
    if (this.#open?.tx !== tx) return
    this.#expired.set(tx, limitMs)
    // Goes to the front of the open transaction's own statements; those behind it find it closed.
    this.#own.unshift({
      ask: { kind: "end", tx, commit: false },
      answer: () => {},
      refuse: () => {},
    })
    void this.#pump()
  }

  #assertOpen(tx: number) {
    if (this.#open?.tx === tx) return
    const limitMs = this.#expired.get(tx)
    if (limitMs !== undefined) throw expiredTransaction(limitMs)
    throw finishedTransaction()
  }
}
