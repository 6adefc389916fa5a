import type { OrgId } from "#catalog/ids.ts"

/** Which drive a path belongs to: the bot's, a person's, or one conversation's. */
export interface Drive {
  readonly orgId: OrgId
  readonly botId: string
  readonly area: "bot" | "user" | "conversation"
  /** The contact or the conversation; empty for the bot's own. */
  readonly owner: string
}

/** A file as it is stored. It crosses the journal as JSON, so its times are text. */
export interface FileRow {
  readonly id: string
  readonly path: string
  readonly blobId: string
  /** Units: bytes. */
  readonly size: number
  readonly mimeType: string
  readonly sha256: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly modifiedAt: string
}

export const fileColumns = `f.id, f.path, f.blob_id as "blobId", f.size::float8 as size, f.mime_type as "mimeType",
  f.sha256, f.created_at as "createdAt", f.modified_at as "modifiedAt"`

/** What the database gives: its times are moments. */
export type StoredFile = Omit<FileRow, "createdAt" | "modifiedAt"> & {
  readonly createdAt: Date
  readonly modifiedAt: Date
}

export function toFileRow({ createdAt, modifiedAt, ...row }: StoredFile): FileRow {
  return { ...row, createdAt: createdAt.toISOString(), modifiedAt: modifiedAt.toISOString() }
}

/** The first four parameters of every statement about a drive. */
export function driveParams({
  orgId,
  botId,
  area,
  owner,
}: Drive): [string, string, string, string] {
  return [orgId, botId, area, owner]
}

export const ofDrive = "f.org_id = $1 and f.bot_id = $2 and f.area = $3 and f.owner = $4"
