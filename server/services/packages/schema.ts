import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"
import { BotName, LayoutInput } from "../bots/schema.ts"
import { CreatePromptInput, SaveVersionInput, SetLiveInput } from "../prompts/schema.ts"
import { ScriptName } from "../scripts/schema.ts"
import { LanguageTag, TimeZone } from "../settings/schema.ts"
import { EntityDefinitionInput, IntentDefinitionInput } from "../understanding/schema.ts"

/** The form of packages that this server writes and reads. */
export const packageFormat = 1

export const ExportPackageInput = z.strictObject({ botId: idOf("bot") })
export type ExportPackageInput = z.input<typeof ExportPackageInput>

export const DuplicateBotInput = z.strictObject({ botId: idOf("bot"), name: BotName })
export type DuplicateBotInput = z.input<typeof DuplicateBotInput>

export const ImportPackageInput = z.strictObject({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  /** The name of the new bot; that of the package when left out. */
  name: BotName.optional(),
})
export type ImportPackageInput = z.input<typeof ImportPackageInput>

const TestName = z
  .string()
  .max(limits.scriptNameChars)
  .regex(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N} _./-]*\.test$/u, { error: 'ends in ".test"' })

/** What manifest.json says. Fields that a later version adds are passed over. */
export const Manifest = z.object({
  format: z.literal(packageFormat, {
    error: `is a form of packages that this server does not know; it reads format ${packageFormat}`,
  }),
  name: BotName,
  languages: z.array(LanguageTag).max(50),
  timeZone: TimeZone,
  scripts: z.array(ScriptName).min(1).max(limits.scriptsPerBot),
  tests: z.array(TestName).max(limits.scriptsPerBot),
  documents: z.array(z.string().max(300)).max(limits.packageParts),
})

export const PackageSettings = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1).max(limits.settingNameChars),
      value: z.string().max(limits.settingValueChars).refine(isStorable, unstorable).nullable(),
    }),
  )
  .max(limits.settingsPerBot)

export const PackageUnderstanding = z.strictObject({
  intents: z.array(IntentDefinitionInput).max(limits.intentsPerBot),
  entities: z.array(EntityDefinitionInput).max(limits.entitiesPerBot),
})

const PackagePrompt = z
  .strictObject({
    name: CreatePromptInput.shape.name,
    goal: SaveVersionInput.shape.note.unwrap().max(limits.resultNameChars).nullable(),
    rating: SaveVersionInput.shape.note.unwrap().max(limits.resultNameChars).nullable(),
    liveNumber: SetLiveInput.shape.number,
    versions: z
      .array(
        z.strictObject({
          number: SetLiveInput.shape.number,
          text: CreatePromptInput.shape.text,
          variables: SaveVersionInput.shape.variables,
          note: SaveVersionInput.shape.note,
        }),
      )
      .min(1)
      .max(limits.scriptsPerBot)
      .refine((versions) => isEachOnce(versions.map(({ number }) => String(number))), {
        error: "names a version twice",
      }),
  })
  .refine(({ liveNumber, versions }) => versions.some(({ number }) => number === liveNumber), {
    error: "lacks the version that is live",
  })

export const PackagePrompts = z
  .array(PackagePrompt)
  .max(limits.scriptsPerBot)
  .refine((prompts) => isEachOnce(prompts.map(({ name }) => name.toLowerCase())), {
    error: "names a prompt twice",
  })

function isEachOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}

export const PackageSource = z.string().max(limits.draftSourceChars).refine(isStorable, unstorable)
export const PackageTests = z.string().max(limits.testSourceChars).refine(isStorable, unstorable)
export { LayoutInput as PackageLayout }
