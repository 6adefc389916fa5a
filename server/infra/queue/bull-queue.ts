import type { JobsOptions } from "bullmq"
import type { AddOptions, Hint, ProcessOptions, Queue, ReportTrouble } from "./port.ts"

/** What is used of BullMQ's `Queue` and `Worker`, whose own types differ by where the jobs are kept. */
export interface BullJobs {
  add(name: string, data: Hint, options: JobsOptions): Promise<unknown>
  getJobCounts(
    ...states: ("waiting" | "delayed" | "prioritized")[]
  ): Promise<Record<string, number>>
  on(event: "error", hear: (error: Error) => void): unknown
  close(): Promise<unknown>
}
export interface BullWork {
  on(event: "error", hear: (error: Error) => void): unknown
  on(event: "failed", hear: (job: unknown, error: Error) => void): unknown
  waitUntilReady(): Promise<unknown>
  close(): Promise<unknown>
}

export interface BullParts {
  makeJobs(job: string): BullJobs
  makeWork(
    job: string,
    work: (job: { data: unknown }) => Promise<void>,
    options: ProcessOptions,
  ): BullWork
  /** Throws when a database transaction is open here. */
  readonly assertOutsideTransaction: () => void
  readonly report: ReportTrouble
  /** Lets go of the connections, when everything else is closed. */
  end(): Promise<void>
}

/** BullMQ keeps a stream of events that nobody here reads. */
export const queueDefaults = { streams: { events: { maxLen: 1_000 } } }

/** The port over BullMQ, wherever it keeps its jobs; shared by the adapters. */
export function createBullQueue(parts: BullParts): Queue {
  const queues = new Map<string, BullJobs>()
  const workers = new Map<string, BullWork>()

  function jobsOf(job: string): BullJobs {
    const known = queues.get(job)
    if (known !== undefined) return known
    const jobs = parts.makeJobs(job)
    jobs.on("error", (error) => parts.report({ job, error }))
    queues.set(job, jobs)
    return jobs
  }

  return {
    async add(job: string, { rowId }: Hint, { delayMs = 0 }: AddOptions = {}) {
      parts.assertOutsideTransaction()
      await jobsOf(job).add(
        job,
        { rowId },
        // The id keeps a row from waiting twice, so nothing may be left behind under it.
        { jobId: rowId, delay: delayMs, attempts: 1, removeOnComplete: true, removeOnFail: true },
      )
    },
    async process(job, work, options) {
      if (workers.has(job)) throw new Error(`This process works on ${job} already.`)
      const worker = parts.makeWork(job, ({ data }) => work(readHint(data)), options)
      workers.set(job, worker)
      worker.on("failed", (_, error) => parts.report({ job, error }))
      worker.on("error", (error) => parts.report({ job, error }))
      await worker.waitUntilReady()
    },
    async countWaiting(job) {
      const counts = await jobsOf(job).getJobCounts("waiting", "delayed", "prioritized")
      return Object.values(counts).reduce((sum, count) => sum + count, 0)
    },
    async close() {
      await Promise.all([...workers.values()].map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((jobs) => jobs.close()))
      await parts.end()
    },
  }
}

/** What a worker finds was written by a process of ours; anything but a row's id is refused all the same. */
function readHint(data: unknown): Hint {
  if (typeof data === "object" && data !== null && "rowId" in data) {
    const { rowId } = data
    if (typeof rowId === "string" && /^[a-z]{3}_[0-9a-z]{26}$/.test(rowId)) return { rowId }
  }
  throw new Error("The job holds something else than the id of a row.")
}
