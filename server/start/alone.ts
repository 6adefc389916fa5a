import { setTimeout as sleep } from "node:timers/promises"
import type { Locks } from "#server/infra/lock/port.ts"

/** Longer than the work can take; a process that dies with the lock holds the others up for so long. */
const holdMs = 30_000
const askAgainMs = 100

/** Does work of the start while no other process does it; the others wait for their turn. */
export async function alone<T>(locks: Locks, name: string, work: () => Promise<T>): Promise<T> {
  let lock = await locks.acquire(name, holdMs)
  while (lock === null) {
    await sleep(askAgainMs)
    lock = await locks.acquire(name, holdMs)
  }
  try {
    return await work()
  } finally {
    await lock.release()
  }
}
