import { nameOf } from "#basic"
import { type Json, ListValue, type Value } from "#basic/vm/value.ts"
import type { ArchiveEntry } from "#server/infra/documents/port.ts"
import { botDrive, readableDrives } from "#server/records/files/drives.ts"
import { findFile } from "#server/records/files/find-file.ts"
import { listFiles } from "#server/records/files/list-files.ts"
import { EffectFailed, type Step } from "../step.ts"
import { type HeldFile, readContent, runDocument, storeFile } from "./content.ts"
import { readPath, refusal } from "./operands.ts"

/** What is packed together. Units: bytes. */
const maxBytes = 100 * 1024 * 1024
const maxFiles = 1_000

/** Packs files and folders into an archive; what lies in a folder keeps its place below it. */
export async function packFiles(step: Step, files: Value, path: string): Promise<Json> {
  const given = files instanceof ListValue ? files.items : [files]
  const found: { name: string; file: HeldFile }[] = []
  for (const each of given) found.push(...(await findBelow(step, readPath(each, "COMPRESS"))))
  const size = found.reduce((sum, { file }) => sum + file.size, 0)
  if (size > maxBytes || found.length > maxFiles)
    throw new EffectFailed(
      "document.too_large",
      `An archive takes at most ${maxFiles} files of ${maxBytes / 1024 / 1024} MB together; these are ${found.length} with ${Math.ceil(size / 1024 / 1024)} MB.`,
    )
  const make = async () => {
    const entries: ArchiveEntry[] = []
    for (const { name, file } of found) entries.push({ name, bytes: await readContent(step, file) })
    return await runDocument(step, "zip", { entries })
  }
  const archive = await storeFile(step, { path, make })
  return {
    path: archive.path,
    filename: nameOf(archive.path),
    size: archive.size,
    file_count: found.length,
    created_at: archive.modifiedAt,
  }
}

/** A file by its name, or everything in a folder by its place below the folder's parent. */
async function findBelow(step: Step, path: string): Promise<{ name: string; file: HeldFile }[]> {
  const parent = path.slice(0, path.length - nameOf(path).length)
  const files = await step.record(async (tx, place): Promise<HeldFile[]> => {
    for (const drive of readableDrives(place)) {
      const file = await findFile(tx, drive, path)
      if (file !== null) return [{ ...file, orgId: place.orgId }]
    }
    const below = await listFiles(tx, botDrive(place), path)
    return below.map((file) => ({ ...file, orgId: place.orgId }))
  })
  if (files.length === 0) throw refusal("file.not_found", { path })
  return files.map((file) => ({ name: file.path.slice(parent.length), file }))
}
