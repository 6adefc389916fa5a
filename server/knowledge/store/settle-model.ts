import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"

/**
 * Ends the change of a base to another model once every chunk has a vector of it: from then on that is searched, and
 * the vectors of the model before are gone. Nothing happens before.
 */
export async function settleModel(
  db: Database,
  orgId: OrgId,
  baseId: string,
  model: string,
): Promise<void> {
  await db.withOrg(orgId, async (tx) => {
    const changed = await tx.rows(
      `update knowledge_bases b set model = b.next_model, next_model = null
       where b.org_id = $1 and b.id = $2 and b.next_model = $3
         and not exists (select from knowledge_documents d where d.org_id = b.org_id and d.base_id = b.id
           and d.state in ('waiting', 'reading', 'embedding'))
         and not exists (select from knowledge_chunks c where c.org_id = b.org_id and c.base_id = b.id
           and not exists (select from knowledge_vectors v
             where v.org_id = c.org_id and v.chunk_id = c.id and v.model = $3))
       returning b.id`,
      [orgId, baseId, model],
    )
    if (changed.length === 0) return
    await tx.rows(
      "delete from knowledge_vectors where org_id = $1 and base_id = $2 and model <> $3",
      [orgId, baseId, model],
    )
  })
}
