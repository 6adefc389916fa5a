import { readConfig } from "#server/records/settings/read-config.ts"
import { botFactsTopic, isSecretName } from "#server/records/settings/setting-names.ts"
import { isBoundAddress, writeSetting } from "#server/records/settings/write-setting.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type BotSettings, readSettings } from "./get.ts"
import { ImportConfigInput } from "./schema.ts"

/** Takes over what a config.csv says; values it does not name stay. Throws: AppError "bot.not_found", "setting.refused". */
export const importConfig = defineVerb({
  name: "settings.import",
  permission: "bots.update",
  input: ImportConfigInput,
  audit: "bot.settings_changed",
  run: async (context: ServiceContext, { botId, text }): Promise<BotSettings> => {
    const { orgId, container } = context
    const values = readConfig(text)
    const settings = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const place = { orgId, botId, nowMs: container.clock.now().getTime() }
      // An address that changes takes its secret with it; the file's own secrets come after.
      const inOrder = [...values].sort(
        ([one], [other]) => Number(isBoundAddress(other)) - Number(isBoundAddress(one)),
      )
      for (const [name, value] of inOrder) {
        const isSecret = isSecretName(name)
        const stored = isSecret && value !== "" ? container.seal.close(value) : value
        await writeSetting(tx, place, { name, value: stored, isSecret, size: value.length })
      }
      const subject = { kind: "bot", id: botId } as const
      const settingNames = [...values.keys()]
      await recordAudit(tx, context, "bot.settings_changed", subject, { settingNames })
      return readSettings(tx, orgId, botId)
    })
    await container.pubsub.publish(botFactsTopic, { botId })
    return settings
  },
})
