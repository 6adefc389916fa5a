import { botDrive, readableDrives } from "#server/records/files/drives.ts"
import { loadFile } from "#server/records/files/find-file.ts"
import { keepFile } from "#server/records/files/keep-file.ts"
import type { Step } from "../step.ts"
import type { HeldFile } from "./content.ts"
import { fetchFile } from "./fetch-file.ts"
import type { FileSource } from "./operands.ts"

/** Keeps what a program names in the bot's drive: an address is fetched, a file gets one more path. */
export async function keepSource(step: Step, source: FileSource, path: string): Promise<HeldFile> {
  if (source.kind === "address") return await fetchFile(step, source.url, path)
  return await step.record(async (tx, place) => {
    const found = await loadFile(tx, readableDrives(place), source.path)
    const kept = await keepFile(tx, place, botDrive(place), path, found)
    return { ...kept, orgId: place.orgId }
  })
}
