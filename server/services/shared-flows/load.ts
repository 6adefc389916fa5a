import type { ProvenOrgId, ScriptId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"

/** What is stored of a shared flow, but for its content. */
export interface SharedFlowRow {
  readonly generation: string
  readonly seq: number
  readonly snapshotSeq: number
  readonly derivedSeq: number
  readonly derivedRevision: number
}

/** Locks the document of a flow; null when nobody opened it yet, or it was begun anew under another name. */
export async function lockFlow(
  tx: OrgTx,
  orgId: ProvenOrgId,
  scriptId: ScriptId,
): Promise<SharedFlowRow | null> {
  const [row] = await tx.rows<SharedFlowRow>(
    `select generation, seq, snapshot_seq as "snapshotSeq", derived_seq as "derivedSeq",
       derived_revision as "derivedRevision"
     from shared_flows where org_id = $1 and script_id = $2 for update`,
    [orgId, scriptId],
  )
  return row ?? null
}

/** Updates after `after` and up to `upTo`, with the snapshot before them where the log no longer reaches back. */
export async function readUpdates(
  tx: OrgTx,
  orgId: ProvenOrgId,
  scriptId: ScriptId,
  { after, upTo, row }: { after: number; upTo: number; row: SharedFlowRow },
): Promise<Uint8Array[]> {
  if (upTo <= after) return []
  const isInLog = after >= row.snapshotSeq
  const snapshots = isInLog
    ? []
    : await tx.rows<{ content: Uint8Array }>(
        "select snapshot as content from shared_flows where org_id = $1 and script_id = $2",
        [orgId, scriptId],
      )
  const updates = await tx.rows<{ content: Uint8Array }>(
    `select content from shared_flow_updates
     where org_id = $1 and script_id = $2 and seq > $3 and seq <= $4 order by seq`,
    [orgId, scriptId, isInLog ? after : row.snapshotSeq, upTo],
  )
  return [...snapshots, ...updates].map(({ content }) => content)
}

/** Before the first snapshot. */
export const beforeAll = -1
