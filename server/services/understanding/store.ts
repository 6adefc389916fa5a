import type { EntityDefinition } from "#basic/understanding/entity.ts"
import { type BotId, newId, type OrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type {
  IntentDefinition,
  UnderstandingDefinition,
} from "#catalog/understanding/definition.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { checkExamples, readEntities, readIntents } from "./load.ts"

interface StorePlace {
  readonly orgId: OrgId
  readonly botId: BotId
  readonly at: Date
}

/** Puts a definition into the draft of a bot, by names. Throws: AppError "understanding.too_many". */
export async function storeDefinition(
  tx: OrgTx,
  place: StorePlace,
  { intents, entities }: UnderstandingDefinition,
): Promise<void> {
  const { orgId, botId } = place
  const known = await readIntents(tx, orgId, botId)
  const merged = mergeByName(known, intents, (old, fresh) => ({
    ...fresh,
    examples: joinTexts(old.examples, fresh.examples),
  }))
  checkExamples([...merged.values()])
  for (const [index, { name }] of intents.entries())
    await putIntent(tx, later(place, index), pick(merged, name))
  const values = mergeByName(await readEntities(tx, orgId, botId), entities, (_old, fresh) => fresh)
  const { entitiesPerBot: limit } = limits
  if (values.size > limit) throw new AppError("understanding.too_many", { limit, what: "entities" })
  for (const [index, { name }] of entities.entries())
    await putEntity(tx, later(place, index), pick(values, name))
}

/** One after the other, so that they stay in their order. */
const later = (place: StorePlace, index: number): StorePlace => ({
  ...place,
  at: new Date(place.at.getTime() + index),
})

/** It was put there under this name. */
const pick = <Each>(merged: ReadonlyMap<string, Each>, name: string): Each =>
  merged.get(name.toLowerCase()) as Each

/** Those that were there come first, under the id they have. */
function mergeByName<
  Old extends { readonly name: string },
  Fresh extends { readonly name: string },
>(
  known: readonly Old[],
  fresh: readonly Fresh[],
  merge: (old: Old, fresh: Fresh) => Fresh,
): Map<string, Old | Fresh> {
  const merged = new Map<string, Old | Fresh>(known.map((each) => [each.name.toLowerCase(), each]))
  const old = new Map(known.map((each) => [each.name.toLowerCase(), each]))
  for (const each of fresh) {
    const key = each.name.toLowerCase()
    const before = old.get(key)
    merged.set(key, before === undefined ? each : { ...before, ...merge(before, each) })
  }
  return merged
}

function joinTexts(old: readonly string[], fresh: readonly string[]): string[] {
  const known = new Set(old.map((text) => text.toLowerCase()))
  const added = fresh.filter((text) => !known.has(text.toLowerCase()))
  return [...old, ...added].slice(0, limits.examplesPerIntent)
}

/** Writes an intent; one with an id takes the place of what was there. */
export async function putIntent(
  tx: OrgTx,
  { orgId, botId, at }: StorePlace,
  intent: IntentDefinition & { readonly id?: string },
) {
  const { name, description, threshold, isActive, examples } = intent
  await tx.rows(
    `insert into intents (org_id, id, bot_id, name, description, threshold, is_active, examples, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
     on conflict (org_id, id) do update set name = excluded.name, description = excluded.description,
       threshold = excluded.threshold, is_active = excluded.is_active, examples = excluded.examples,
       revision = intents.revision + 1, updated_at = excluded.updated_at`,
    [
      ...[orgId, intent.id ?? newId("itt", at.getTime()), botId, name, description],
      ...[threshold, isActive, examples, at],
    ],
  )
}

/** Writes an entity; one with an id takes the place of what was there. */
export async function putEntity(
  tx: OrgTx,
  { orgId, botId, at }: StorePlace,
  entity: EntityDefinition & { readonly id?: string },
) {
  const { name, kind, values, isFuzzy, pattern } = entity
  await tx.rows(
    `insert into entities (org_id, id, bot_id, name, definition, created_at, updated_at)
     values ($1, $2, $3, $4, $5::text::jsonb, $6, $6)
     on conflict (org_id, id) do update set name = excluded.name, definition = excluded.definition,
       revision = entities.revision + 1, updated_at = excluded.updated_at`,
    [
      ...[orgId, entity.id ?? newId("ent", at.getTime()), botId, name],
      ...[JSON.stringify({ kind, values, isFuzzy, pattern }), at],
    ],
  )
}
