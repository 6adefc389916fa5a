import { defineJob } from "./define-job.ts"

/** A pause is over, nobody answered in time, or it has been silent for long. */
export const fireTimer = defineJob({ name: "fire-timer", table: "timers", concurrency: 16 })
