import { fromJson } from "#basic"
import { getAttendantStats } from "#basic/keywords/get-attendant-stats.ts"
import { readAttendantStats } from "#server/records/attendants/read-stats.ts"
import { handlerFor } from "./handler.ts"

export const getAttendantStatsHandler = handlerFor(
  getAttendantStats,
  async ({ attendant = "" }, step) =>
    fromJson(
      await step.record((tx, { orgId, nowMs }) => readAttendantStats(tx, orgId, attendant, nowMs)),
    ),
)
