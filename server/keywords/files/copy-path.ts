import { joinPath, nameOf } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { botDrive, readableDrives } from "#server/records/files/drives.ts"
import { findFile } from "#server/records/files/find-file.ts"
import { keepFile } from "#server/records/files/keep-file.ts"
import { listFiles } from "#server/records/files/list-files.ts"
import type { Step } from "../step.ts"
import { refusal } from "./operands.ts"

/** Copies a file, or a folder with all below it. No content is copied: both paths name the same one. */
export async function copyPath(step: Step, source: string, destination: string): Promise<Json> {
  const done = await step.record(async (tx, place) => {
    const drive = botDrive(place)
    for (const each of readableDrives(place)) {
      const file = await findFile(tx, each, source)
      if (file !== null) {
        const kept = await keepFile(tx, place, drive, destination, file)
        return { path: kept.path, size: kept.size }
      }
    }
    const below = await listFiles(tx, drive, source)
    let size = 0
    for (const file of below) {
      const path = joinPath(destination, file.path.slice(source.length + 1))
      size += (await keepFile(tx, place, drive, path, file)).size
    }
    return below.length === 0 ? null : { path: destination, size }
  })
  if (done === null) throw refusal("file.not_found", { path: source })
  const copiedAt = new Date(step.nowMs).toISOString()
  return {
    ...(done as object),
    source,
    destination,
    name: nameOf(destination),
    copied_at: copiedAt,
  }
}
