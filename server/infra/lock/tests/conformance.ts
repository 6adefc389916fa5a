import { afterEach, beforeEach, expect, it } from "vitest"
import type { Locks } from "../port.ts"

/** What every adapter promises. */
export function describeLocks(open: () => Promise<Locks>) {
  let locks: Locks
  const name = () => crypto.randomUUID()
  const long = 60_000

  beforeEach(async () => {
    locks = await open()
  })
  afterEach(() => locks.close())

  /** Waits until a lock of a millisecond is free again. */
  async function lapse(lock: string) {
    // bounded wait: a lock lapses by the clock of whoever keeps it, which no test can turn.
    await expect
      .poll(
        async () => {
          const taken = await locks.acquire(lock, long)
          return taken !== null
        },
        { interval: 2 },
      )
      .toBe(true)
  }

  it("gives a lock to one and refuses it to the others until it is given back", async () => {
    const lock = name()
    const all = await Promise.all(Array.from({ length: 10 }, () => locks.acquire(lock, long)))
    const got = all.filter((each) => each !== null)
    expect(got).toHaveLength(1)
    await got[0]?.release()
    expect(await locks.acquire(lock, long)).not.toBeNull()
  })

  it("gives locks of different names at once", async () => {
    expect(await locks.acquire(name(), long)).not.toBeNull()
    expect(await locks.acquire(name(), long)).not.toBeNull()
  })

  it("holds a lock longer when it is renewed", async () => {
    const lock = name()
    const held = await locks.acquire(lock, 1_000)
    expect(await held?.renew(long)).toBe(true)
    expect(await locks.acquire(lock, long)).toBeNull()
  })

  it("lets a lock lapse, and then its old holder can neither renew nor release it", async () => {
    const lock = name()
    const old = await locks.acquire(lock, 1)
    await lapse(lock)
    expect(await old?.renew(long)).toBe(false)
    await old?.release()
    expect(await locks.acquire(lock, long)).toBeNull()
  })
}
