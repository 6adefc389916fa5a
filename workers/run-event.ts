import { runEvent } from "#server/jobs/run-event.ts"
import type { WorkOn } from "./index.ts"

export const runEventWorker: WorkOn = (engine, rowId) => engine.follow(runEvent.table, rowId)
