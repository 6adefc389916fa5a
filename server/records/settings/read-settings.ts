import type { RecordWork } from "../place.ts"
import type { StoredSetting } from "./read-setting.ts"
import { settingNameOf } from "./setting-names.ts"

export type StoredSettings = readonly (StoredSetting & { readonly name: string })[]

/** Reads several values of the bot's settings, secret ones sealed; those there are none of are left out. Reads: `bot_settings`. */
export function readSettings(names: readonly string[]): RecordWork<StoredSettings> {
  return async (tx, { orgId, botId }) => {
    const rows = await tx.rows<StoredSettings[number]>(
      `select name, value, is_secret as "isSecret" from bot_settings
       where org_id = $1 and bot_id = $2 and name = any($3::text[]) order by name`,
      [orgId, botId, names.map(settingNameOf)],
    )
    return rows.map(({ name, value, isSecret }) => ({ name, value, isSecret }))
  }
}
