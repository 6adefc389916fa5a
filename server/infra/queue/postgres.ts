import { createPostgresBackend, Queue, runMigrations, Worker } from "bullmq"
import { createBullQueue, queueDefaults } from "./bull-queue.ts"
import type { Queue as QueuePort, ReportTrouble } from "./port.ts"

/** The schema BullMQ keeps its tables in. */
export const queueSchema = "bullmq"

/** A pool whose connections see that schema: node-postgres's own, or the one over the embedded database. */
export type QueuePool = Extract<
  Parameters<typeof createPostgresBackend>[1]["connection"],
  { connect: unknown }
>

/**
 * Jobs in the database of this process, embedded or not. For one process only: several share a Redis.
 *
 * Brings BullMQ's own tables to its newest state first.
 */
export async function createPostgresQueue(settings: {
  readonly pool: QueuePool
  readonly assertOutsideTransaction: () => void
  readonly report: ReportTrouble
}): Promise<QueuePort> {
  const { pool, assertOutsideTransaction, report } = settings
  const client = await pool.connect()
  try {
    await runMigrations(client, queueSchema)
  } finally {
    client.release()
  }
  const options = { ...queueDefaults, connection: pool }
  return createBullQueue({
    makeJobs: (job) => new Queue(job, options, createPostgresBackend),
    makeWork: (job, work, { concurrency }) =>
      new Worker(job, work, { connection: pool, concurrency }, createPostgresBackend),
    ...{ assertOutsideTransaction, report },
    end: () => pool.end(),
  })
}
