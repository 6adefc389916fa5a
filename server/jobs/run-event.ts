import { defineJob } from "./define-job.ts"

/** A stored event waits for its turn: from a channel, or from a turn whose owner is gone. */
export const runEvent = defineJob({ name: "run-event", table: "inbound_events", concurrency: 16 })
