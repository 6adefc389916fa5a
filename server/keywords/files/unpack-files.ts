import { cleanPath, folderOf, joinPath } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import type { ArchiveEntry } from "#server/infra/documents/port.ts"
import { botDrive } from "#server/records/files/drives.ts"
import { keepFile, type StoredContent } from "#server/records/files/keep-file.ts"
import { reserveBlob } from "#server/records/files/reserve-blob.ts"
import type { Step } from "../step.ts"
import {
  type HeldFile,
  loadHeld,
  putContent,
  type Reserved,
  readContent,
  runDocument,
} from "./content.ts"
import { refusal } from "./operands.ts"

const limits = { maxEntries: 1_000, maxBytes: 100 * 1024 * 1024 }

/**
 * Unpacks an archive into a folder. A name that leads elsewhere stops it before anything is kept.
 *
 * All contents are one effect and all paths another, so that a crash leaves no half of an archive behind.
 */
export async function unpackFiles(step: Step, path: string, folder: string): Promise<Json> {
  const archive = await loadHeld(step, path)
  const sizes = await step.outside("same key", async () => {
    const entries = await unpack(step, archive)
    return entries.map(({ name, bytes }) => ({
      path: placeOf(name, folder),
      size: bytes.byteLength,
    }))
  })
  const reserved = await step.record(async (tx, { orgId, nowMs }) => {
    const rooms: Reserved[] = []
    for (const { size } of sizes)
      rooms.push({ ...(await reserveBlob(tx, orgId, size, nowMs)), orgId })
    return rooms
  })
  const contents = await step.outside("same key", async () => {
    const stored: StoredContent[] = []
    for (const [index, { name, bytes }] of (await unpack(step, archive)).entries()) {
      const room = reserved[index]
      if (room) stored.push(await putContent(step, room, name, bytes))
    }
    return stored
  })
  await step.record(async (tx, place) => {
    for (const [index, content] of contents.entries())
      await keepFile(tx, place, botDrive(place), sizes[index]?.path ?? "", content)
    return null
  })
  const paths = sizes.map((each) => each.path)
  return {
    destination: folder,
    file_count: paths.length,
    folder_count: new Set(paths.map(folderOf)).size,
    total_size: sizes.reduce((sum, { size }) => sum + size, 0),
    files: paths,
    extracted_at: new Date(step.nowMs).toISOString(),
  }
}

async function unpack(step: Step, archive: HeldFile): Promise<ArchiveEntry[]> {
  const bytes = await readContent(step, archive)
  return await runDocument(step, "unzip", { bytes, ...limits })
}

/** Zip slip: the name of an entry is a stranger's, and must be a path below the folder. */
function placeOf(name: string, folder: string): string {
  const below = cleanPath(name)
  const path = below === null ? null : cleanPath(joinPath(folder, below))
  if (path === null) throw refusal("file.path_refused", { path: name.slice(0, 200) })
  return path
}
