import type { BotId } from "#catalog/ids.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { BotSettingsInput } from "./schema.ts"

/** What stands on the screen of a bot's settings. */
export interface BotSettings {
  readonly timeZone: string
  readonly languages: readonly string[]
  readonly values: readonly SettingValue[]
}
export interface SettingValue {
  readonly name: string
  /** Null for a secret: it is set, and never told again. */
  readonly value: string | null
  readonly updatedAt: string
}

/** Reads a bot's clock, languages and values; of secrets only that they are set. Throws: AppError "bot.not_found". */
export const getSettings = defineVerb({
  name: "settings.get",
  permission: "bots.read",
  input: BotSettingsInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<BotSettings> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return readSettings(tx, orgId, botId)
    }),
})

type Rows = Parameters<typeof loadBot>[0]

export async function readSettings(
  tx: Rows,
  orgId: ServiceContext["orgId"],
  botId: BotId,
): Promise<BotSettings> {
  const [bot] = await tx.rows<{ timeZone: string; languages: string[] }>(
    `select time_zone as "timeZone", languages from bots where org_id = $1 and id = $2`,
    [orgId, botId],
  )
  const values = await tx.rows<{ name: string; value: string | null; updatedAt: Date | string }>(
    `select name, case when is_secret then null else value end as value, updated_at as "updatedAt"
     from bot_settings where org_id = $1 and bot_id = $2 order by name`,
    [orgId, botId],
  )
  return {
    timeZone: bot?.timeZone ?? "UTC",
    languages: bot?.languages ?? [],
    values: values.map((each) => ({
      ...each,
      updatedAt: new Date(each.updatedAt).toISOString(),
    })),
  }
}
