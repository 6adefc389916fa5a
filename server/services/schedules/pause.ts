import { AppError } from "#server/errors/app-error.ts"
import { findDue } from "#server/records/schedules/find-due.ts"
import { readWeekOf, readZone } from "#server/records/schedules/read-zone.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { readSchedules, type ScheduleEntry } from "./list.ts"
import { PauseScheduleInput } from "./schema.ts"

/** Pauses a schedule, or lets it go on from now; what it missed meanwhile does not happen. Throws: AppError "bot.not_found", "schedule.not_found". */
export const pauseSchedule = defineVerb({
  name: "schedules.pause",
  permission: "bots.update",
  input: PauseScheduleInput,
  audit: "schedule.paused",
  run: async (
    context: ServiceContext,
    { botId, scheduleId, isPaused },
  ): Promise<ScheduleEntry[]> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const [row] = await tx.rows<{ whenText: string }>(
        `select when_text as "whenText" from schedules
         where org_id = $1 and bot_id = $2 and id = $3 for update`,
        [orgId, botId, scheduleId],
      )
      if (row === undefined) throw new AppError("schedule.not_found")
      const zone = await readZone(tx, { orgId, botId })
      const now = container.clock.now()
      const week = await readWeekOf(tx, { orgId, botId }, [row.whenText])
      const due = isPaused ? null : new Date(dueOf(row.whenText, now.getTime(), zone, week))
      await tx.rows("update schedules set is_paused = $3, due = $4 where org_id = $1 and id = $2", [
        orgId,
        scheduleId,
        isPaused,
        due,
      ])
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "schedule.paused", subject, { scheduleId, isPaused })
      return readSchedules(tx, orgId, botId)
    })
  },
})

type Clock = [zone: Parameters<typeof findDue>[2], week: Parameters<typeof findDue>[3]]

/** What happens once happens at its moment, or at once when that has passed. */
function dueOf(whenText: string, nowMs: number, ...clock: Clock): number {
  return /^\d{4}-\d{2}-\d{2}T/.test(whenText)
    ? Math.max(Date.parse(whenText), nowMs)
    : findDue(whenText, nowMs, ...clock)
}
