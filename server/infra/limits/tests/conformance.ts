import { afterEach, beforeEach, expect, it } from "vitest"
import type { Limits } from "../port.ts"

/** What every adapter promises. */
export function describeLimits(open: () => Promise<Limits>) {
  let limits: Limits
  const rate = { points: 3, windowSeconds: 60 }
  const key = () => crypto.randomUUID()

  beforeEach(async () => {
    limits = await open()
  })
  afterEach(() => limits.close())

  async function takeAll(name: string, counted: string) {
    for (let point = 0; point < rate.points; point++) await limits.consume(name, counted, rate)
  }

  it("allows as many as there are points, then refuses and says how long to wait", async () => {
    const counted = key()
    for (const remainingPoints of [2, 1, 0])
      expect(await limits.consume("test", counted, rate)).toEqual({
        ...{ isAllowed: true, remainingPoints, retryAfterMs: 0 },
      })
    const refused = await limits.consume("test", counted, rate)
    expect(refused.isAllowed).toBe(false)
    expect(refused.retryAfterMs).toBeGreaterThan(0)
    expect(refused.retryAfterMs).toBeLessThanOrEqual(60_000)
  })

  it("counts each key and each name for itself", async () => {
    const counted = key()
    await takeAll("test", counted)
    expect((await limits.consume("test", key(), rate)).isAllowed).toBe(true)
    expect((await limits.consume("other", counted, rate)).isAllowed).toBe(true)
    expect((await limits.consume("test", counted, rate)).isAllowed).toBe(false)
  })

  it("counts exactly when many come at once", async () => {
    const counted = key()
    const all = await Promise.all(
      Array.from({ length: 20 }, () => limits.consume("test", counted, rate)),
    )
    expect(all.filter((taken) => taken.isAllowed)).toHaveLength(rate.points)
  })

  it("gives all points back when told to", async () => {
    const counted = key()
    await takeAll("test", counted)
    await limits.clear("test", counted)
    expect((await limits.consume("test", counted, rate)).isAllowed).toBe(true)
  })

  it("takes a key of any length and any characters (SES-02)", async () => {
    for (const counted of ["x".repeat(100_000), '{"$gt":""}', "a\u0000b\r\n", "💥"]) {
      const own = counted + key()
      await takeAll("test", own)
      expect((await limits.consume("test", own, rate)).isAllowed).toBe(false)
    }
  })
}
