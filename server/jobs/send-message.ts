import { defineJob } from "./define-job.ts"

/** A message waits for its channel. */
export const sendMessage = defineJob({ name: "send-message", table: "outbox", concurrency: 16 })
