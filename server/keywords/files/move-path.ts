import { joinPath } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { botDrive } from "#server/records/files/drives.ts"
import { findFile } from "#server/records/files/find-file.ts"
import { listFiles } from "#server/records/files/list-files.ts"
import { moveFile } from "#server/records/files/move-file.ts"
import type { Step } from "../step.ts"
import { refusal } from "./operands.ts"

/** Gives a file another path, or a folder with all below it. */
export async function movePath(step: Step, source: string, destination: string): Promise<Json> {
  const count = await step.record(async (tx, place) => {
    const drive = botDrive(place)
    if ((await findFile(tx, drive, source)) !== null) {
      await moveFile(tx, place, drive, source, destination)
      return 1
    }
    const below = await listFiles(tx, drive, source)
    for (const { path } of below)
      await moveFile(tx, place, drive, path, joinPath(destination, path.slice(source.length + 1)))
    return below.length
  })
  if (count === 0) throw refusal("file.not_found", { path: source })
  return { source, destination, moved_at: new Date(step.nowMs).toISOString() }
}
