import type { EntityDefinition } from "#basic/understanding/entity.ts"
import type { OrgId } from "#catalog/ids.ts"
import type {
  IntentDefinition,
  UnderstandingDefinition,
} from "#catalog/understanding/definition.ts"
import type { OrgTx } from "#db/transaction.ts"

/** What the draft of a bot understands. Reads: intents, entities. */
export async function readDefinition(
  tx: OrgTx,
  orgId: OrgId,
  botId: string,
): Promise<UnderstandingDefinition> {
  const intents = await tx.rows<IntentDefinition>(
    `select name, description, threshold, is_active as "isActive", examples from intents
     where org_id = $1 and bot_id = $2 order by created_at, id`,
    [orgId, botId],
  )
  const entities = await tx.rows<{ name: string; definition: Omit<EntityDefinition, "name"> }>(
    "select name, definition from entities where org_id = $1 and bot_id = $2 order by created_at, id",
    [orgId, botId],
  )
  return { intents, entities: entities.map(({ name, definition }) => ({ ...definition, name })) }
}

/** What a published version understands; nothing where it was taught nothing. Reads: version_understanding. */
export async function readPinned(
  tx: OrgTx,
  orgId: OrgId,
  versionId: string,
): Promise<UnderstandingDefinition> {
  const [row] = await tx.rows<{ definition: UnderstandingDefinition }>(
    "select definition from version_understanding where org_id = $1 and version_id = $2",
    [orgId, versionId],
  )
  return row?.definition ?? { intents: [], entities: [] }
}
