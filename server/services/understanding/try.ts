import { findZone } from "#catalog/find-zone.ts"
import { readDefinition } from "#server/records/understanding/read-definition.ts"
import type { Understood } from "#server/understanding/port.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { TryUnderstandingInput } from "./schema.ts"

/** Asks the draft's understanding as a running conversation asks that of its version; nothing of it is kept. Throws: AppError "bot.not_found". */
export const tryUnderstanding = defineVerb({
  name: "understanding.try",
  permission: "understanding.read",
  input: TryUnderstandingInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId, text }): Promise<Understood> => {
    const { definition, timeZone } = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const [bot] = await tx.rows<{ timeZone: string | null }>(
        `select time_zone as "timeZone" from bots where org_id = $1 and id = $2`,
        [orgId, botId],
      )
      return { definition: await readDefinition(tx, orgId, botId), timeZone: bot?.timeZone ?? null }
    })
    const zone = timeZone === null ? null : findZone(timeZone)
    const nowMs = container.clock.now().getTime()
    return await container.understanding.ask({ orgId, botId }, definition, text, {
      nowMs,
      ...(zone && { zone }),
    })
  },
})
