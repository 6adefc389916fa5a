/** What a job carries: which row to look at. Everything else is in the row. */
export interface Hint {
  readonly rowId: string
}

export interface AddOptions {
  /** Not before so many milliseconds from now. */
  readonly delayMs?: number
}

export interface ProcessOptions {
  /** How many hints are worked on at once, in this process. */
  readonly concurrency: number
}

/**
 * Hands hints to whoever works on them, each to one worker, once.
 *
 * The row is the job: it holds the attempts and the next time, and the worker leases it before acting.
 * So a hint that is lost, doubled or late costs time and nothing else, and work that throws is reported
 * and not tried again from here. A row waits at most once in each job's queue.
 */
export interface Queue {
  /** Throws when called inside a database transaction: the hint must not overtake its row. */
  add(job: string, hint: Hint, options?: AddOptions): Promise<void>
  /** Begins to work on a job's hints. At most once for each job in a process. */
  process(job: string, work: (hint: Hint) => Promise<void>, options: ProcessOptions): Promise<void>
  /** How many hints wait, the delayed ones included. */
  countWaiting(job: string): Promise<number>
  /** Takes no more hints, waits for the work that runs, then lets go. */
  close(): Promise<void>
}

/** Hears of trouble: work that threw, a connection that broke. */
export type ReportTrouble = (trouble: { readonly job: string; readonly error: Error }) => void
