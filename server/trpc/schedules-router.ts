import { listSchedules } from "#server/services/schedules/list.ts"
import { pauseSchedule } from "#server/services/schedules/pause.ts"
import { runSchedule } from "#server/services/schedules/run.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const schedulesRouter = router({
  list: orgQuery(listSchedules),
  run: orgMutation(runSchedule),
  pause: orgMutation(pauseSchedule),
})
