import { afterEach, beforeEach, expect, it } from "vitest"
import type { Cache } from "../port.ts"

/** What every adapter promises. */
export function describeCache(open: () => Promise<Cache>) {
  let cache: Cache
  const owner = () => `org_${crypto.randomUUID()}`
  const minute = 60_000

  beforeEach(async () => {
    cache = await open()
  })
  afterEach(() => cache.close())

  it("gives back a copy of what was stored, and undefined for what was not", async () => {
    const own = owner()
    const value = { list: [1, "two", null], deep: { ok: true } }
    await cache.set(own, "key", value, minute)
    const copy = await cache.get<typeof value>(own, "key")
    expect(copy).toEqual(value)
    copy?.list.push("spoilt")
    expect(await cache.get(own, "key")).toEqual(value)
    expect(await cache.get(own, "other")).toBeUndefined()
  })

  it("tells null and false from nothing", async () => {
    const own = owner()
    for (const value of [null, false, 0, ""]) {
      await cache.set(own, "key", value, minute)
      expect(await cache.get(own, "key")).toBe(value)
    }
  })

  it("forgets what was deleted and what has lapsed", async () => {
    const own = owner()
    await cache.set(own, "deleted", 1, minute)
    await cache.delete(own, "deleted")
    expect(await cache.get(own, "deleted")).toBeUndefined()
    await cache.set(own, "short", 1, 1)
    // bounded wait: an entry lapses by the clock of whoever keeps it, which no test can turn.
    await expect.poll(() => cache.get(own, "short"), { interval: 2 }).toBeUndefined()
  })

  it("keeps owners apart, whatever their names and keys look like", async () => {
    const one = owner()
    await cache.set(one, "x:key", "secret", minute)
    for (const [other, key] of [
      [owner(), "x:key"],
      [`${one}:x`, "key"],
      ["all", `${one}:x:key`],
    ] as const)
      expect(await cache.get(other, key)).toBeUndefined()
  })
}
