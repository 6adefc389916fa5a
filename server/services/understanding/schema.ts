import { z } from "zod"
import { entityKinds } from "#basic/understanding/entity.ts"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { defaultThreshold } from "#catalog/understanding/definition.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const botId = idOf("bot")

/** Programs write it in quotes, and models are told it: letters, figures, blanks and a few marks. */
const name = z
  .string()
  .trim()
  .max(limits.intentNameChars)
  .regex(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N} _.-]*$/u, {
    error: "begins with a letter or figure and holds letters, figures, blanks, _ . and - only",
  })

const phrase = (most: number) => z.string().trim().min(1).max(most).refine(isStorable, unstorable)

/** The same words twice say nothing more. */
const unique = (texts: string[]) => {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const folded = text.toLowerCase()
    return !seen.has(folded) && seen.add(folded)
  })
}

export const IntentDefinitionInput = z.strictObject({
  name,
  description: z
    .string()
    .trim()
    .max(limits.intentDescriptionChars)
    .refine(isStorable, unstorable)
    .default(""),
  threshold: z.number().min(0).max(1).default(defaultThreshold),
  isActive: z.boolean().default(true),
  examples: z
    .array(phrase(limits.exampleChars))
    .max(limits.examplesPerIntent)
    .default([])
    .transform(unique),
})

export const EntityDefinitionInput = z
  .strictObject({
    name,
    kind: z.enum(entityKinds),
    values: z
      .array(
        z.strictObject({
          value: phrase(limits.entityValueChars),
          synonyms: z
            .array(phrase(limits.entityValueChars))
            .max(limits.synonymsPerValue)
            .default([]),
        }),
      )
      .max(limits.valuesPerEntity)
      .default([]),
    isFuzzy: z.boolean().default(true),
    pattern: z.string().max(200).refine(isStorable, unstorable).default(""),
  })
  .refine((entity) => JSON.stringify(entity).length <= limits.entityChars, {
    error: `is too long: at most ${limits.entityChars} characters altogether`,
  })

export const UnderstandingInput = z.strictObject({ botId })
export type UnderstandingInput = z.input<typeof UnderstandingInput>

export const SaveIntentInput = z.strictObject({
  botId,
  /** Left out for a new one. */
  intentId: idOf("itt").optional(),
  /** The revision the change is made to; 0 for a new one. */
  baseRevision: z.int().min(0),
  intent: IntentDefinitionInput,
})
export type SaveIntentInput = z.input<typeof SaveIntentInput>

export const IntentInput = z.strictObject({ botId, intentId: idOf("itt") })
export type IntentInput = z.input<typeof IntentInput>

export const SaveEntityInput = z.strictObject({
  botId,
  /** Left out for a new one. */
  entityId: idOf("ent").optional(),
  baseRevision: z.int().min(0),
  entity: EntityDefinitionInput,
})
export type SaveEntityInput = z.input<typeof SaveEntityInput>

export const EntityInput = z.strictObject({ botId, entityId: idOf("ent") })
export type EntityInput = z.input<typeof EntityInput>

export const TryUnderstandingInput = z.strictObject({
  botId,
  text: z.string().max(limits.understoodChars).refine(isStorable, unstorable),
})
export type TryUnderstandingInput = z.input<typeof TryUnderstandingInput>

export const SaveUtterancesInput = z.strictObject({
  botId,
  /** All of them: what is not among them is taken away. `intent`: by its name; null where none is meant. */
  utterances: z
    .array(z.strictObject({ text: phrase(limits.exampleChars), intent: name.nullable() }))
    .max(limits.utterancesPerBot),
})
export type SaveUtterancesInput = z.input<typeof SaveUtterancesInput>

export const SortUtterancesInput = z.strictObject({
  botId,
  /** How many were sorted before. */
  offset: z.int().min(0).max(limits.utterancesPerBot),
})
export type SortUtterancesInput = z.input<typeof SortUtterancesInput>

export const SettleMisunderstoodInput = z.strictObject({
  botId,
  messageId: idOf("mis"),
  /** The intent it becomes an example of; left out when it is none. */
  intentId: idOf("itt").optional(),
})
export type SettleMisunderstoodInput = z.input<typeof SettleMisunderstoodInput>

export const ImportUnderstandingInput = z.strictObject({
  botId,
  intents: z.array(IntentDefinitionInput).max(limits.intentsPerBot),
  entities: z.array(EntityDefinitionInput).max(limits.entitiesPerBot),
})
export type ImportUnderstandingInput = z.input<typeof ImportUnderstandingInput>
