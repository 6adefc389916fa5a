import type { OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"

/**
 * Takes a content that is due to be deleted, so that no file can name it any more. False when it is not
 * due, or is named again. Once the store has let it go, `forgetBlob` ends the matter.
 */
export async function takeDueBlob(tx: OrgTx, orgId: OrgId, blobId: string): Promise<boolean> {
  const rows = await tx.rows(
    `update blobs b set state = 'deleting', due = now() + interval '10 minutes'
     where b.org_id = $1 and b.id = $2 and b.state <> 'kept' and b.due <= now()
       and not exists (select from files f where f.org_id = b.org_id and f.blob_id = b.id)
       and not exists (select from knowledge_documents d where d.org_id = b.org_id and d.blob_id = b.id)
     returning b.id`,
    [orgId, blobId],
  )
  return rows.length > 0
}

export async function forgetBlob(tx: OrgTx, orgId: OrgId, blobId: string): Promise<void> {
  await tx.rows("delete from blobs where org_id = $1 and id = $2 and state = 'deleting'", [
    orgId,
    blobId,
  ])
}
