import type { BotId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { findDue } from "#server/records/schedules/find-due.ts"
import { readWeekOf, readZone } from "#server/records/schedules/read-zone.ts"
import { botFactsTopic } from "#server/records/settings/setting-names.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type BotSettings, readSettings } from "./get.ts"
import { SetClockInput } from "./schema.ts"

/** Says which clock a bot goes by and which languages it speaks; its schedules move with the clock. Throws: AppError "bot.not_found". */
export const setClock = defineVerb({
  name: "settings.setClock",
  permission: "bots.update",
  input: SetClockInput,
  audit: "bot.settings_changed",
  run: async (context: ServiceContext, { botId, timeZone, languages }): Promise<BotSettings> => {
    const { orgId, container } = context
    const settings = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const now = container.clock.now()
      await tx.rows(
        "update bots set time_zone = $3, languages = $4, updated_at = $5 where org_id = $1 and id = $2",
        [orgId, botId, timeZone, [...new Set(languages)], now],
      )
      await moveSchedules(tx, context, botId, now)
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "bot.settings_changed", subject, { timeZone, languages })
      return readSettings(tx, orgId, botId)
    })
    await container.pubsub.publish(botFactsTopic, { botId })
    return settings
  },
})

/** Nine o'clock is another moment now. What happens once stays at its moment. */
async function moveSchedules(tx: OrgTx, { orgId }: ServiceContext, botId: BotId, now: Date) {
  const zone = await readZone(tx, { orgId, botId })
  const rows = await tx.rows<{ id: string; whenText: string; entry: string | null }>(
    `select id, when_text as "whenText", entry from schedules
     where org_id = $1 and bot_id = $2 and due is not null and origin <> 'later'`,
    [orgId, botId],
  )
  const week = await readWeekOf(
    tx,
    { orgId, botId },
    rows.map(({ whenText }) => whenText),
  )
  for (const { id, whenText } of rows) {
    if (/^\d{4}-\d{2}-\d{2}T/.test(whenText)) continue
    await tx.rows("update schedules set due = $3 where org_id = $1 and id = $2", [
      orgId,
      id,
      new Date(findDue(whenText, now.getTime(), zone, week)),
    ])
  }
}
