import { limits } from "#catalog/limits.ts"
import { NoInput } from "../accounts/schema.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type Bot, type BotRow, botColumns, toBot } from "./load.ts"

/** The bots of the organization, the latest changed first; for a limited key, those it is limited to. */
export const listBots = defineVerb({
  name: "bots.list",
  permission: "bots.read",
  input: NoInput,
  audit: null,
  heedsKeyBots: true,
  run: async ({ orgId, container, apiKey }: ServiceContext): Promise<Bot[]> => {
    const rows = await container.db.tenantQuery<BotRow>(
      [orgId],
      `select ${botColumns} where b.org_id = $1 and ($2::text[] is null or b.id = any ($2))
       order by greatest(b.updated_at, d.updated_at) desc, b.id desc limit ${limits.botsPerOrg}`,
      [orgId, apiKey?.botIds ?? null],
    )
    return rows.map(toBot)
  },
})
