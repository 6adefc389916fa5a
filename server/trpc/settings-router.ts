import { getSettings } from "#server/services/settings/get.ts"
import { importConfig } from "#server/services/settings/import-config.ts"
import { setClock } from "#server/services/settings/set-clock.ts"
import { setSettingValue } from "#server/services/settings/set-value.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const settingsRouter = router({
  get: orgQuery(getSettings),
  setClock: orgMutation(setClock),
  setValue: orgMutation(setSettingValue),
  import: orgMutation(importConfig),
})
