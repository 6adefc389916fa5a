import { Queue, Worker } from "bullmq"
import type { Redis } from "ioredis"
import { duplicateForWaiting } from "../redis/connect.ts"
import { createBullQueue, queueDefaults } from "./bull-queue.ts"
import type { Queue as QueuePort, ReportTrouble } from "./port.ts"

const prefix = "botwright"

/** Jobs in the Redis that all processes share. */
export function createRedisQueue(settings: {
  readonly redis: Redis
  readonly assertOutsideTransaction: () => void
  readonly report: ReportTrouble
}): QueuePort {
  const { redis, assertOutsideTransaction, report } = settings
  const connection = duplicateForWaiting(redis)
  return createBullQueue({
    makeJobs: (job) => new Queue(job, { ...queueDefaults, connection, prefix }),
    makeWork: (job, work, { concurrency }) =>
      new Worker(job, work, { connection, prefix, concurrency }),
    ...{ assertOutsideTransaction, report },
    end: async () => {
      connection.disconnect()
    },
  })
}
