import { setTimeout as sleep } from "node:timers/promises"
import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { WorkTable } from "#server/jobs/define-job.ts"
import { type DueRow, findTablesDue, listDue } from "./due-rows.ts"

export interface DispatcherParts {
  readonly db: Database
  readonly now: () => Date
  readonly pollMs: number
  readonly onError: (error: unknown, what: string) => void
  /** What is done with a due row of each table. */
  readonly acts: Readonly<Record<WorkTable, (orgId: OrgId, id: string) => Promise<void>>>
}

const tables: readonly WorkTable[] = [
  "timers",
  "schedules",
  "inbound_events",
  "outbox",
  "mails",
  "blobs",
  "alerts",
  "bin_entries",
  "bot_tables",
  "cleanups",
  "knowledge_documents",
  "knowledge_sites",
  "evaluation_runs",
]
/** Slow work that computes much: so many rows of a table at once. */
const mostAtOnce: Partial<Record<WorkTable, number>> = {
  knowledge_documents: 2,
  knowledge_sites: 1,
  evaluation_runs: 1,
}
/** Their `due` is a time of the program; leases go by the clock of the database. */
const byProgramClock: ReadonlySet<WorkTable> = new Set(["timers", "schedules", "bin_entries"])
const rowsPerLook = 200
const perOrgAtOnce = 16
const atOnce = 128
/** A row whose act failed is left alone for so many polls. */
const restPolls = 5

/**
 * Looks for what is due and acts on it: timers, stored events, lapsed claims, messages to deliver. It
 * needs no queue: whatever a lost job should have done is found here. A slow act holds up neither the
 * looking nor other organizations.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts
  readonly #acting = new Map<string, { orgId: OrgId; table: WorkTable; done: Promise<void> }>()
  readonly #restingUntil = new Map<string, number>()
  #stopping = new AbortController()
  #loop: Promise<void> | null = null

  constructor(parts: DispatcherParts) {
    this.#parts = parts
  }

  start() {
    this.#stopping = new AbortController()
    this.#loop ??= this.#run(this.#stopping.signal)
  }

  /** Stops looking and waits for the acts that have begun. */
  async stop() {
    this.#stopping.abort()
    await this.#loop
    this.#loop = null
    await this.#settle()
  }

  /** Looks and acts until nothing new is due. */
  async sweep() {
    while ((await this.#look()) > 0) await this.#settle()
    await this.#settle()
  }

  async #run(signal: AbortSignal) {
    while (!signal.aborted) {
      const started = await this.#look()
      // Spread a little, so that processes do not all look at the same moment.
      const pause = sleep(this.#parts.pollMs * (0.75 + Math.random() / 2), undefined, {
        signal,
        ref: false,
      }).catch(() => {})
      const first = [...this.#acting.values()].map((act) => act.done)
      await (started > 0 ? Promise.race([pause, ...first]) : pause)
    }
  }

  async #look(): Promise<number> {
    const { db, onError } = this.#parts
    let started = 0
    for (const table of await this.#findDue()) {
      try {
        const due = await listDue(db, table, this.#clockOf(table), perOrgAtOnce, rowsPerLook)
        for (const row of due) if (this.#begin(table, row)) started++
      } catch (error) {
        onError(error, `looking for due rows of ${table}`)
      }
    }
    return started
  }

  async #findDue(): Promise<readonly WorkTable[]> {
    const clocks = Object.fromEntries(tables.map((table) => [table, this.#clockOf(table)]))
    try {
      const due = await findTablesDue(this.#parts.db, clocks)
      return tables.filter((table) => due.has(table))
    } catch (error) {
      this.#parts.onError(error, "looking for due rows")
      return []
    }
  }

  #clockOf(table: WorkTable): Date | null {
    return byProgramClock.has(table) ? this.#parts.now() : null
  }

  #begin(table: WorkTable, { orgId, id }: DueRow): boolean {
    if (this.#acting.size >= atOnce || this.#acting.has(id) || this.#isResting(id)) return false
    let sameOrg = 0
    let sameTable = 0
    for (const act of this.#acting.values()) {
      if (act.orgId === orgId) sameOrg++
      if (act.table === table) sameTable++
    }
    if (sameOrg >= perOrgAtOnce || sameTable >= (mostAtOnce[table] ?? atOnce)) return false
    const { acts, onError, pollMs } = this.#parts
    const done = acts[table](orgId, id)
      .catch((error: unknown) => {
        this.#restingUntil.set(id, performance.now() + restPolls * pollMs)
        onError(error, `${table} ${id}`)
      })
      .finally(() => this.#acting.delete(id))
    this.#acting.set(id, { orgId, table, done })
    return true
  }

  #isResting(id: string): boolean {
    const until = this.#restingUntil.get(id)
    if (until === undefined) return false
    if (performance.now() < until) return true
    this.#restingUntil.delete(id)
    return false
  }

  async #settle() {
    while (this.#acting.size > 0)
      await Promise.all([...this.#acting.values()].map((act) => act.done))
  }
}
