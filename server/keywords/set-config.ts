import { setConfig } from "#basic/keywords/set-config.ts"
import { isSecretName, settingNameOf } from "#server/records/settings/setting-names.ts"
import { writeSetting } from "#server/records/settings/write-setting.ts"
import { handlerFor } from "./handler.ts"

export const setConfigHandler = handlerFor(setConfig, async ({ name, value }, step) => {
  const setting = settingNameOf(name ?? "")
  const isSecret = isSecretName(setting)
  const plain = value ?? ""
  // Sealed out here: the journal and the table get nothing else.
  const stored = isSecret && plain !== "" ? step.parts.seal.close(plain) : plain
  await step.record(async (tx, place) => {
    await writeSetting(tx, place, { name: setting, value: stored, isSecret, size: plain.length })
    return null
  })
})
