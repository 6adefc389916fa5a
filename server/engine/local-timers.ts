import type { OrgId } from "#catalog/ids.ts"

/** Later ones are found by looking into the database. Units: ms. */
const horizonMs = 60_000
const maxTimers = 20_000
/** Node's alarms may ring a little early; a timer that is not due yet does not fire. Units: ms. */
const lateMs = 2

/**
 * Alarms of this process for deadlines it has just stored. They are there for punctuality only: what is
 * forgotten here is found by the next look into the database.
 */
export class LocalTimers {
  readonly #fire: (orgId: OrgId, timerId: string) => void
  readonly #now: () => number
  readonly #alarms = new Map<string, NodeJS.Timeout>()
  #isOpen = false

  constructor(now: () => number, fire: (orgId: OrgId, timerId: string) => void) {
    this.#now = now
    this.#fire = fire
  }

  open() {
    this.#isOpen = true
  }

  /** `dueMs`: ms since 1970 UTC. */
  set(orgId: OrgId, timerId: string, dueMs: number) {
    const delayMs = dueMs - this.#now()
    if (!this.#isOpen || delayMs > horizonMs || this.#alarms.size >= maxTimers) return
    const alarm = setTimeout(() => {
      this.#alarms.delete(timerId)
      this.#fire(orgId, timerId)
    }, Math.max(0, delayMs) + lateMs)
    alarm.unref()
    this.#alarms.set(timerId, alarm)
  }

  close() {
    this.#isOpen = false
    for (const alarm of this.#alarms.values()) clearTimeout(alarm)
    this.#alarms.clear()
  }
}
