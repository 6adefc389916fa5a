/** The tables whose rows are work to be done; a row holds its attempts and its next time itself. */
export type WorkTable =
  | "knowledge_documents"
  | "knowledge_sites"
  | "inbound_events"
  | "timers"
  | "outbox"
  | "blobs"
  | "schedules"
  | "mails"
  | "alerts"
  | "bin_entries"
  | "bot_tables"
  | "cleanups"
  | "evaluation_runs"

/**
 * A kind of job. A job is a hint and carries the id of a row: what is to be done is written in the row, in
 * the transaction that caused it, and whoever finds the row due does it. Losing a hint costs a second.
 */
export interface Job {
  /** `verb-noun`; the name of its queue, of this file and of its worker. */
  readonly name: string
  readonly table: WorkTable
  /** How many hints one process works on at once. */
  readonly concurrency: number
}

export function defineJob<const J extends Job>(job: J): J {
  return job
}
