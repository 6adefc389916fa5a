import type { RecordWork } from "../place.ts"
import { settingNameOf } from "./setting-names.ts"

/** A setting as it is stored: a secret is sealed. */
export interface StoredSetting {
  readonly value: string
  readonly isSecret: boolean
}

/** Reads a value of the bot's settings, sealed where it is secret; null when there is none. Reads: `bot_settings`. */
export function readSetting(name: string): RecordWork<StoredSetting | null> {
  return async (tx, { orgId, botId }) => {
    const [row] = await tx.rows<{ value: string; isSecret: boolean }>(
      `select value, is_secret as "isSecret" from bot_settings
       where org_id = $1 and bot_id = $2 and name = $3`,
      [orgId, botId, settingNameOf(name)],
    )
    return row === undefined ? null : { value: row.value, isSecret: row.isSecret }
  }
}
