import {
  botFactsTopic,
  isSecretName,
  settingNameOf,
} from "#server/records/settings/setting-names.ts"
import { writeSetting } from "#server/records/settings/write-setting.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type BotSettings, readSettings } from "./get.ts"
import { SetValueInput } from "./schema.ts"

/** Sets or removes one value; a secret is sealed and never told again. Throws: AppError "bot.not_found", "setting.refused". */
export const setSettingValue = defineVerb({
  name: "settings.setValue",
  permission: "bots.update",
  input: SetValueInput,
  audit: "bot.settings_changed",
  run: async (context: ServiceContext, { botId, name, value, isSecret }): Promise<BotSettings> => {
    const { orgId, container } = context
    const setting = settingNameOf(name)
    const secret = isSecret === true || isSecretName(setting)
    const stored = secret && value !== "" ? container.seal.close(value) : value
    const settings = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const place = { orgId, botId, nowMs: container.clock.now().getTime() }
      await writeSetting(tx, place, {
        ...{ name: setting, value: stored, isSecret: secret, size: value.length },
      })
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "bot.settings_changed", subject, { setting })
      return readSettings(tx, orgId, botId)
    })
    await container.pubsub.publish(botFactsTopic, { botId })
    return settings
  },
})
