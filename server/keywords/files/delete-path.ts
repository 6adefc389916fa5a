import { deleteFiles } from "#server/records/files/delete-files.ts"
import { botDrive } from "#server/records/files/drives.ts"
import type { Drive } from "#server/records/files/file-row.ts"
import type { RecordPlace } from "#server/records/place.ts"
import type { Step } from "../step.ts"
import { refusal } from "./operands.ts"

/** Deletes a file, or a folder with all below it. Throws EffectFailed "file.not_found". */
export async function deletePath(
  step: Step,
  path: string,
  drive: (place: RecordPlace) => Drive = botDrive,
): Promise<true> {
  const count = await step.record((tx, place) => deleteFiles(tx, place, drive(place), path))
  if (count === 0) throw refusal("file.not_found", { path })
  return true
}
