import { fireTimer } from "#server/jobs/fire-timer.ts"
import type { WorkOn } from "./index.ts"

export const fireTimerWorker: WorkOn = (engine, rowId) => engine.follow(fireTimer.table, rowId)
