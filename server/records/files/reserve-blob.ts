import { newId, type OrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

export interface Reservation {
  readonly blobId: string
  /** How large the content may be. Units: bytes. */
  readonly maxBytes: number
}

/**
 * Makes room for a content and names it, before it is written anywhere. `size` is null where it is not
 * known yet: then the room is as large as a file may be, or as what is left.
 *
 * A reservation that is not kept within a day is deleted with what was written under it.
 * Throws: AppError "file.too_large", "file.quota_reached".
 */
export async function reserveBlob(
  tx: OrgTx,
  orgId: OrgId,
  size: number | null,
  nowMs: number,
): Promise<Reservation> {
  if (size !== null && size > limits.fileBytes)
    throw new AppError("file.too_large", { limitBytes: limits.fileBytes })
  // Two that come together must not both take the last room.
  await tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 22))", [orgId])
  const [row] = await tx.rows<{ used: number }>(
    "select coalesce(sum(size), 0)::float8 as used from blobs where org_id = $1",
    [orgId],
  )
  const left = limits.fileBytesPerOrg - (row?.used ?? 0)
  if (left < (size ?? 1))
    throw new AppError("file.quota_reached", { limitBytes: limits.fileBytesPerOrg })
  const maxBytes = size ?? Math.min(limits.fileBytes, left)
  const blobId = newId("blb", nowMs)
  await tx.rows(
    `insert into blobs (org_id, id, size, state, due)
     values ($1, $2, $3, 'reserved', now() + interval '1 day')`,
    [orgId, blobId, maxBytes],
  )
  return { blobId, maxBytes }
}
