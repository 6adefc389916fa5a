import { z } from "zod"
import { findZone } from "#catalog/find-zone.ts"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const botId = idOf("bot")

/** An IANA name such as "America/Sao_Paulo". */
export const TimeZone = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((name) => findZone(name) !== null, { error: "is not the name of a time zone" })

/** A language tag such as "pt" or "pt-BR". */
export const LanguageTag = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, { error: "is not a language tag such as pt-BR" })

const settingName = z.string().trim().min(1).max(limits.settingNameChars)
const settingValue = z.string().max(limits.settingValueChars).refine(isStorable, unstorable)

export const BotSettingsInput = z.strictObject({ botId })
export type BotSettingsInput = z.input<typeof BotSettingsInput>

export const SetClockInput = z.strictObject({
  botId,
  timeZone: TimeZone,
  languages: z.array(LanguageTag).max(50),
})
export type SetClockInput = z.input<typeof SetClockInput>

export const SetValueInput = z.strictObject({
  botId,
  name: settingName,
  /** Empty removes the setting. */
  value: settingValue,
  /** Names that end in key, password, secret or token are secret in any case. */
  isSecret: z.boolean().optional(),
})
export type SetValueInput = z.input<typeof SetValueInput>

export const ImportConfigInput = z.strictObject({
  botId,
  /** The text of a config.csv. */
  text: z.string().max(500_000).refine(isStorable, unstorable),
})
export type ImportConfigInput = z.input<typeof ImportConfigInput>
