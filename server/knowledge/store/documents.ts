import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { settleModel } from "./settle-model.ts"

/** A document whose lease this process holds. */
export interface LeasedDocument {
  readonly orgId: OrgId
  readonly id: string
  readonly baseId: string
  readonly botId: string
  /** What its chunks are embedded with: where the base changes its model, the next one. */
  readonly model: string
  readonly title: string
  readonly mimeType: string
  readonly blobId: string | null
  readonly content: string | null
  readonly state: "waiting" | "reading" | "embedding"
  readonly attempts: number
  readonly epoch: number
}

/** Longer than a document is read, or a batch of its chunks is embedded. */
const leaseMinutes = 5

/** Takes the lease of a document that is due; null when somebody else has it, or nothing is left to do. */
export async function leaseDocument(
  db: Database,
  orgId: OrgId,
  id: string,
): Promise<LeasedDocument | null> {
  const [row] = await db.tenantQuery<Omit<LeasedDocument, "orgId">>(
    [orgId],
    `update knowledge_documents d set due = clock_timestamp() + interval '${leaseMinutes} minutes',
       epoch = d.epoch + 1, attempts = d.attempts + 1,
       state = case when d.state = 'embedding' then 'embedding' else 'reading' end
     from knowledge_bases b
     where d.org_id = $1 and d.id = $2 and d.due <= clock_timestamp() and d.state <> 'failed'
       and b.org_id = d.org_id and b.id = d.base_id
     returning d.id, d.base_id as "baseId", b.bot_id as "botId",
       coalesce(b.next_model, b.model) as model, d.title, d.mime_type as "mimeType", d.blob_id as "blobId",
       d.content, d.state, d.attempts, d.epoch`,
    [orgId, id],
  )
  return row === undefined ? null : { ...row, orgId }
}

/** What ends or puts off the work. Nothing changes when the lease is somebody else's by now. */
type Change =
  | { readonly state: "ready" }
  | { readonly state: "failed"; readonly problem: string; readonly detail: string }
  | { readonly state: "later"; readonly afterMs: number; readonly problem: string | null }

export async function releaseDocument(
  db: Database,
  { orgId, id, epoch, model, baseId }: LeasedDocument,
  change: Change,
): Promise<void> {
  const at = [orgId, id, epoch] as const
  const owned = "where org_id = $1 and id = $2 and epoch = $3"
  if (change.state === "ready") {
    await db.tenantQuery(
      [orgId],
      `update knowledge_documents set state = 'ready', due = null, problem = null, problem_detail = null,
         attempts = 0, ready_at = clock_timestamp() ${owned}`,
      at,
    )
    await settleModel(db, orgId, baseId, model)
  } else if (change.state === "failed")
    await db.tenantQuery(
      [orgId],
      `update knowledge_documents set state = 'failed', due = null, problem = $4, problem_detail = $5 ${owned}`,
      [...at, change.problem, change.detail],
    )
  else
    await db.tenantQuery(
      [orgId],
      `update knowledge_documents set due = clock_timestamp() + $4::int * interval '1 millisecond', problem = $5,
         attempts = case when $5::text is null then 0 else attempts end ${owned}`,
      [...at, Math.round(change.afterMs), change.problem],
    )
}
