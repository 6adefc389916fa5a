import { afterAll, beforeAll, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import type { Hint, Queue, ReportTrouble } from "../port.ts"

export type OpenQueue = (settings: {
  readonly assertOutsideTransaction: () => void
  readonly report: ReportTrouble
}) => Promise<Queue>

/** What every adapter promises. */
export function describeQueue(open: OpenQueue) {
  const trouble: { job: string; error: Error }[] = []
  let isInTransaction = false
  let queue: Queue
  let tellTrouble = () => {}

  const openOne = () =>
    open({
      assertOutsideTransaction: () => {
        if (isInTransaction) throw new Error("A transaction is open.")
      },
      report: (each) => {
        trouble.push(each)
        tellTrouble()
      },
    })

  beforeAll(async () => {
    queue = await openOne()
  })
  afterAll(() => queue.close())

  let jobs = 0
  const newJob = () => `test-job-${process.pid}-${++jobs}`
  const newRow = (): Hint => ({ rowId: newId("evt") })

  /** Works by writing down what came; `next` waits until so many are there. */
  async function workOn(
    job: string,
    on: Queue = queue,
    work: (hint: Hint) => Promise<void> = async () => {},
  ) {
    const seen: { rowId: string; at: number }[] = []
    let wake = () => {}
    await on.process(
      job,
      async (hint) => {
        seen.push({ rowId: hint.rowId, at: Date.now() })
        wake()
        await work(hint)
      },
      { concurrency: 2 },
    )
    const until = async (count: number) => {
      while (seen.length < count) await new Promise<void>((done) => (wake = done))
      return seen.map((each) => each.rowId)
    }
    return { seen, until }
  }

  it("brings every hint to the work once, added before or after it began", async () => {
    const job = newJob()
    const early = newRow()
    await queue.add(job, early)
    const { seen, until } = await workOn(job)
    const later = Array.from({ length: 20 }, newRow)
    for (const hint of later) await queue.add(job, hint)
    await until(21)
    const marker = newRow()
    await queue.add(job, marker)
    await until(22)
    expect(new Set(seen.map((each) => each.rowId)).size).toBe(22)
    expect(seen).toHaveLength(22)
  })

  it("does not bring a delayed hint before its time", async () => {
    const job = newJob()
    const { seen, until } = await workOn(job)
    const at = Date.now()
    await queue.add(job, newRow(), { delayMs: 150 })
    await until(1)
    expect((seen[0]?.at ?? 0) - at).toBeGreaterThanOrEqual(140)
  })

  it("lets a row wait once however often it is added, and again after it was worked on", async () => {
    const job = newJob()
    const row = newRow()
    for (let time = 0; time < 5; time++) await queue.add(job, row)
    expect(await queue.countWaiting(job)).toBe(1)
    const { until } = await workOn(job)
    await until(1)
    const marker = newRow()
    await queue.add(job, marker)
    expect(await until(2)).toEqual([row.rowId, marker.rowId])
    await expect.poll(() => queue.countWaiting(job)).toBe(0)
    // The row may be hinted again once the first time is over, which the queue notes after the work.
    await expect
      .poll(async () => {
        await queue.add(job, row)
        return (await until(2)).length + (await queue.countWaiting(job))
      })
      .toBeGreaterThan(2)
    expect((await until(3))[2]).toBe(row.rowId)
  })

  it("reports work that throws, does not try it again, and lets the row be added anew", async () => {
    const job = newJob()
    let times = 0
    const failed = new Promise<void>((done) => (tellTrouble = done))
    const { until } = await workOn(job, queue, async () => {
      if (++times === 1) throw new Error("the work broke")
    })
    const row = newRow()
    await queue.add(job, row)
    await failed
    expect(trouble.at(-1)).toMatchObject({ job, error: { message: "the work broke" } })
    const marker = newRow()
    await queue.add(job, marker)
    expect(await until(2)).toEqual([row.rowId, marker.rowId])
    await queue.add(job, row)
    expect(await until(3)).toEqual([row.rowId, marker.rowId, row.rowId])
  })

  it("works on no more hints at once than it was told to", async () => {
    const job = newJob()
    let running = 0
    let most = 0
    const { until } = await workOn(job, queue, async () => {
      most = Math.max(most, ++running)
      await new Promise((done) => setImmediate(done))
      running--
    })
    await Promise.all(Array.from({ length: 12 }, () => queue.add(job, newRow())))
    await until(12)
    expect(most).toBeLessThanOrEqual(2)
  })

  it("waits for the work that runs before it closes", async () => {
    const job = newJob()
    const other = await openOne()
    let finish = () => {}
    const gate = new Promise<void>((done) => (finish = done))
    let isOver = false
    const { until } = await workOn(job, other, async () => {
      await gate
      isOver = true
    })
    await other.add(job, newRow())
    await until(1)
    const closing = other.close()
    finish()
    await closing
    expect(isOver).toBe(true)
  })

  it("refuses a hint from inside a database transaction, which it would overtake", async () => {
    isInTransaction = true
    try {
      await expect(queue.add(newJob(), newRow())).rejects.toThrow("A transaction is open.")
    } finally {
      isInTransaction = false
    }
  })

  it("refuses a second worker for the same job in one process", async () => {
    const job = newJob()
    await workOn(job)
    await expect(workOn(job)).rejects.toThrow(`This process works on ${job} already.`)
  })
}
