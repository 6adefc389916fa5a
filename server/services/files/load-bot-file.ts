import type { BotId, FileId, OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import {
  type FileRow,
  fileColumns,
  type StoredFile,
  toFileRow,
} from "#server/records/files/file-row.ts"
import type { RecordPlace } from "#server/records/place.ts"

/** A file of the bot's own drive, as the dashboard shows it. */
export interface DriveFile {
  readonly id: string
  readonly path: string
  /** Units: bytes. */
  readonly size: number
  readonly mimeType: string
  /** ISO 8601, UTC. */
  readonly modifiedAt: string
}

export function toDriveFile({ id, path, size, mimeType, modifiedAt }: FileRow): DriveFile {
  return { id, path, size, mimeType, modifiedAt }
}

/** Finds a file of the bot's own drive by its id. Throws: AppError "file.not_found". */
export async function loadBotFile(
  tx: OrgTx,
  orgId: OrgId,
  botId: BotId,
  fileId: FileId,
): Promise<FileRow> {
  const [row] = await tx.rows<StoredFile>(
    `select ${fileColumns} from files f
     where f.org_id = $1 and f.bot_id = $2 and f.area = 'bot' and f.id = $3`,
    [orgId, botId, fileId],
  )
  if (row === undefined) throw new AppError("file.not_found", { path: fileId })
  return toFileRow(row)
}

/** On whose behalf the dashboard changes files: no conversation is behind it. */
export function dashboardPlace(orgId: OrgId, botId: string, now: Date): RecordPlace {
  return { orgId, botId, conversationId: "", contactId: null, nowMs: now.getTime() }
}
