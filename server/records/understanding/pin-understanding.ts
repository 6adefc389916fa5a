import type { OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { readDefinition } from "./read-definition.ts"

/** Keeps with a version what the draft understands as it is published. A bot without intents and entities has no row. */
export async function pinUnderstanding(
  tx: OrgTx,
  orgId: OrgId,
  botId: string,
  versionId: string,
): Promise<void> {
  const { intents, entities } = await readDefinition(tx, orgId, botId)
  const active = intents.filter(({ isActive }) => isActive)
  if (active.length + entities.length === 0) return
  await tx.rows(
    `insert into version_understanding (org_id, version_id, bot_id, definition)
     values ($1, $2, $3, $4::text::json)`,
    [orgId, versionId, botId, JSON.stringify({ intents: active, entities })],
  )
}
