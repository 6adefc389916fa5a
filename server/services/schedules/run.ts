import { AppError } from "#server/errors/app-error.ts"
import { fireSchedule } from "#server/records/schedules/fire-schedule.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { readSchedules, type ScheduleEntry } from "./list.ts"
import { ScheduleInput } from "./schema.ts"

/** Runs a schedule soon, besides its times. Throws: AppError "bot.not_found", "schedule.not_found", "bot.not_published". */
export const runSchedule = defineVerb({
  name: "schedules.run",
  permission: "bots.update",
  input: ScheduleInput,
  audit: "schedule.run",
  run: async (context: ServiceContext, { botId, scheduleId }): Promise<ScheduleEntry[]> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      const bot = await loadBot(tx, orgId, botId)
      if (bot.versionId === null) throw new AppError("bot.not_published", { bot: bot.slug })
      const now = container.clock.now().getTime()
      const [known] = await tx.rows(
        "select id from schedules where org_id = $1 and bot_id = $2 and id = $3",
        [orgId, botId, scheduleId],
      )
      if (known === undefined) throw new AppError("schedule.not_found")
      await fireSchedule(tx, orgId, scheduleId, now, "now")
      await recordAudit(tx, context, "schedule.run", { kind: "bot", id: botId }, { scheduleId })
      return readSchedules(tx, orgId, botId)
    })
  },
})
