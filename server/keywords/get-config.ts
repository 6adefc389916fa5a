import { getConfig } from "#basic/keywords/get-config.ts"
import { readSetting, type StoredSetting } from "#server/records/settings/read-setting.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

/** A secret is for the commands it belongs to; no script sees it. */
export const getConfigHandler = handlerFor(getConfig, async ({ name }, step) => {
  const stored = readStored(await step.record(readSetting(name ?? "")))
  if (stored?.isSecret)
    throw new EffectFailed(
      "setting.secret",
      `The setting ${JSON.stringify((name ?? "").slice(0, 100))} is secret: commands use it, scripts cannot read it.`,
    )
  return stored?.value ?? null
})

/** What `readSetting` gave. */
const readStored = (json: unknown): StoredSetting | null => json as StoredSetting | null
