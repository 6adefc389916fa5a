import { readBusinessWeek } from "#basic"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { storableText } from "../storable.ts"
import { businessHoursSetting } from "./read-business-week.ts"

export interface NewSetting {
  /** As `settingNameOf` gives it. */
  readonly name: string
  /** Sealed where it is secret; empty removes the setting. */
  readonly value: string
  readonly isSecret: boolean
  /** Units: characters of the value before it was sealed. */
  readonly size: number
}

/**
 * The secret that was given for an address. It goes when the address changes: whoever may change an address
 * could else have the secret sent to one of their own.
 */
const secretOf: Readonly<Record<string, string>> = {
  "llm-url": "llm-key",
  "llm-provider": "llm-key",
  "email-server": "email-pass",
}

/** Whether a setting is an address that a secret was given for. */
export const isBoundAddress = (name: string): boolean => Object.hasOwn(secretOf, name)

/** Sets or removes a value of the bot's settings. Writes: `bot_settings`. Throws: AppError "setting.refused". */
export async function writeSetting(
  tx: OrgTx,
  { orgId, botId, nowMs }: Pick<RecordPlace, "orgId" | "botId" | "nowMs">,
  { name, value, isSecret, size }: NewSetting,
): Promise<void> {
  check(name, size)
  if (name === businessHoursSetting && value !== "" && readBusinessWeek(value) === null)
    refuse('Hours are written as "Mon-Fri 9:00-17:00; Sat 10:00-14:00".')
  if (value === "") {
    await tx.rows("delete from bot_settings where org_id = $1 and bot_id = $2 and name = $3", [
      ...[orgId, botId, name],
    ])
    return
  }
  if (isBoundAddress(name))
    await tx.rows(
      `delete from bot_settings where org_id = $1 and bot_id = $2 and name = $3 and not exists (
         select 1 from bot_settings s where s.org_id = $1 and s.bot_id = $2 and s.name = $4 and s.value = $5)`,
      [orgId, botId, secretOf[name] ?? "", name, value],
    )
  await tx.rows(
    `insert into bot_settings (org_id, bot_id, name, value, is_secret, updated_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (org_id, bot_id, name) do update set value = excluded.value,
       is_secret = excluded.is_secret, updated_at = excluded.updated_at`,
    [orgId, botId, name, storableText(value), isSecret, new Date(nowMs)],
  )
  const [row] = await tx.rows<{ known: number | string }>(
    "select count(*) as known from bot_settings where org_id = $1 and bot_id = $2",
    [orgId, botId],
  )
  if (Number(row?.known ?? 0) > limits.settingsPerBot)
    refuse(`A bot may have ${limits.settingsPerBot} settings.`)
}

function check(name: string, size: number) {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}.:-]*$/u.test(name) || name.length > limits.settingNameChars)
    refuse(
      `The name of a setting has letters, figures and hyphens, at most ${limits.settingNameChars}.`,
    )
  if (size > limits.settingValueChars)
    refuse(`The value of a setting has at most ${limits.settingValueChars} characters.`)
}

function refuse(problem: string): never {
  throw new AppError("setting.refused", { problem })
}
