import type { BotId, ProvenOrgId, SnapshotId, VersionId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { PublishedScript } from "../bots/compile-draft.ts"
import type { HistoryRef } from "./schema.ts"

/** What a bot was at a moment: a published version, or a kept state of its draft. */
export interface HistoryEntry {
  readonly ref: VersionId | SnapshotId
  readonly kind: "version" | "snapshot"
  /** Of a published version: from 1, per bot. */
  readonly number: number | null
  /** "" when nobody gave it one. */
  readonly name: string
  readonly note: string
  readonly at: string
  /** Null when the person has gone. */
  readonly by: string | null
  /** New conversations begin with it. */
  readonly isLive: boolean
  readonly isStaging: boolean
  /** Kept by the product before something replaced the draft. */
  readonly isAutomatic: boolean
}

/** The scripts of a version or of a kept draft, the entry first. Throws: AppError "version.not_found". */
export async function readScriptsOf(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
  ref: HistoryRef,
): Promise<readonly PublishedScript[]> {
  const table = ref.startsWith("ver_") ? "versions" : "snapshots"
  const [row] = await tx.rows<{ scripts: readonly PublishedScript[] | null }>(
    `select scripts from ${table} where org_id = $1 and bot_id = $2 and id = $3`,
    [orgId, botId, ref],
  )
  if (row?.scripts) return row.scripts
  throw new AppError("version.not_found", { version: ref })
}
