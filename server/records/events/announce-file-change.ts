import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { announce } from "./announce.ts"
import type { EventHandler } from "./find-handlers.ts"

/** A file of a bot's drive that was changed. */
export interface FileChange {
  readonly change: "create" | "modify" | "delete" | "rename"
  /** From the root of the drive, with slashes: "reports/2025.csv". */
  readonly path: string
  readonly fileId: string
  readonly sizeBytes: number
  readonly mimeType: string
  /** Where it was before, for a rename. */
  readonly oldPath?: string
}

/**
 * Tells ON CHANGE "folder", inside the transaction that records the change. A folder stands for all
 * below it; EVENTS "create, modify" takes only those.
 *
 * Throws: AppError "event.too_deep", "event.backlog_full".
 */
export async function announceFileChange(
  tx: OrgTx,
  place: RecordPlace,
  { change, path, fileId, sizeBytes, mimeType, oldPath }: FileChange,
): Promise<void> {
  const inputs = {
    event_type: change,
    file_path: path,
    file_id: fileId,
    file_name: path.split("/").at(-1) ?? path,
    file_size: sizeBytes,
    mime_type: mimeType,
    old_path: oldPath ?? null,
  }
  for (const folder of foldersOf(path))
    await announce(tx, place, { kind: "folder", subject: folder, inputs }, (handler) =>
      takesChange(handler, folder, change),
    )
}

/** "a/b/c.txt" lies in itself, "a/b", "a" and the whole drive; the last is asked for once, by its empty name. */
function foldersOf(path: string): string[] {
  const parts = path.split("/").filter((part) => part !== "")
  return ["", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))]
}

function takesChange(handler: EventHandler, folder: string, change: FileChange["change"]): boolean {
  if (handler.subject !== folder.toLowerCase()) return false
  const wanted = (handler.filters.events ?? "")
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  return wanted.length === 0 || wanted.includes(change)
}
