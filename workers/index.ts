import type { Engine } from "#server/engine/engine.ts"
import type { Queue } from "#server/infra/queue/port.ts"
import { type JobName, jobs } from "#server/jobs/index.ts"
import { deleteBlobWorker } from "./delete-blob.ts"
import { fireTimerWorker } from "./fire-timer.ts"
import { runEventWorker } from "./run-event.ts"
import { sendMessageWorker } from "./send-message.ts"

/** Does what a hint points at. Resolves when it is done, or when there was nothing left to do. */
export type WorkOn = (engine: Engine, rowId: string) => Promise<void>

/** The registry: a job without its worker does not compile. */
const workers = {
  "delete-blob": deleteBlobWorker,
  "run-event": runEventWorker,
  "fire-timer": fireTimerWorker,
  "send-message": sendMessageWorker,
} satisfies Record<JobName, WorkOn>

/** Begins to take hints from the queue, in the processes whose role includes work. */
export async function startWorkers(queue: Queue, engine: Engine): Promise<void> {
  for (const { name, concurrency } of jobs)
    await queue.process(name, ({ rowId }) => workers[name](engine, rowId), { concurrency })
}
