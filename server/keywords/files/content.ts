import { hash } from "node:crypto"
import { extensionOf, sniffType } from "#basic"
import type { OrgId } from "#catalog/ids.ts"
import type { DocumentTask, DocumentTasks } from "#server/infra/documents/port.ts"
import { botDrive, readableDrives } from "#server/records/files/drives.ts"
import type { Drive, FileRow } from "#server/records/files/file-row.ts"
import { findFile, loadFile } from "#server/records/files/find-file.ts"
import { keepFile, type StoredContent } from "#server/records/files/keep-file.ts"
import { type Reservation, reserveBlob } from "#server/records/files/reserve-blob.ts"
import type { RecordPlace } from "#server/records/place.ts"
import { EffectFailed, type Step } from "../step.ts"
import { refusal } from "./operands.ts"

/** A file as a handler has it: the row, and whose it is. */
export interface HeldFile extends FileRow {
  readonly orgId: OrgId
}
type ChooseDrive = (place: RecordPlace) => Drive

/** Finds a file: in the drive that is named, else in the bot's and then in this conversation's. */
export async function loadHeld(step: Step, path: string, drive?: ChooseDrive): Promise<HeldFile> {
  return await step.record(async (tx, place) => {
    const drives = drive ? [drive(place)] : readableDrives(place)
    return { ...(await loadFile(tx, drives, path)), orgId: place.orgId }
  })
}

/** The same, null when there is none. */
export async function findHeld(
  step: Step,
  path: string,
  drive: ChooseDrive = botDrive,
): Promise<HeldFile | null> {
  return await step.record(async (tx, place) => {
    const row = await findFile(tx, drive(place), path)
    return row === null ? null : { ...row, orgId: place.orgId }
  })
}

/** Reads a whole content. Only to be called inside `step.outside`. */
export async function readContent(step: Step, file: HeldFile): Promise<Uint8Array> {
  const bytes = await step.parts.files.get({ orgId: file.orgId, blobId: file.blobId })
  if (bytes === null) throw refusal("file.not_found", { path: file.path })
  return bytes
}

/** Works on documents; what cannot be read or made is an error the program may catch. Only inside `step.outside`. */
export async function runDocument<T extends DocumentTask>(
  step: Step,
  task: T,
  given: DocumentTasks[T]["given"],
): Promise<DocumentTasks[T]["gives"]> {
  try {
    return await step.parts.documents.run(task, given)
  } catch (error) {
    if (error instanceof Error && error.name === "DocumentRefused" && "code" in error)
      throw new EffectFailed(String(error.code), error.message, { cause: error })
    throw error
  }
}

interface Storing {
  readonly path: string
  readonly drive?: ChooseDrive
  /** Makes the content; run again after a crash, it must make the same. Only told how large it may be. */
  readonly make: (maxBytes: number) => Promise<Uint8Array>
}

/**
 * Writes a file, in three steps a crash may fall between: room and a name for the content in the
 * database, the content into the store under that name, and then the path that names it. What is left of
 * an attempt that went no further is deleted a day later.
 */
export async function storeFile(
  step: Step,
  { path, drive = botDrive, make }: Storing,
): Promise<HeldFile> {
  const reserved = await reserve(step)
  const content = await step.outside("same key", async () =>
    putContent(step, reserved, path, await make(reserved.maxBytes)),
  )
  return await step.record(async (tx, place) => ({
    ...(await keepFile(tx, place, drive(place), path, content)),
    orgId: place.orgId,
  }))
}

/** Room and a name for a content. */
export async function reserve(step: Step): Promise<Reserved> {
  return await step.record(async (tx, { orgId, nowMs }) => ({
    ...(await reserveBlob(tx, orgId, null, nowMs)),
    orgId,
  }))
}

/** Puts a content into the store. Only inside `step.outside`. */
export async function putContent(
  step: Step,
  { orgId, blobId, maxBytes }: Reserved,
  path: string,
  bytes: Uint8Array,
): Promise<StoredContent> {
  if (bytes.byteLength > maxBytes) throw refusal("file.too_large", { limitBytes: maxBytes })
  await step.parts.files.put({ orgId, blobId }, bytes)
  const mimeType = sniffType(bytes, extensionOf(path))
  return { blobId, size: bytes.byteLength, mimeType, sha256: hash("sha256", bytes, "hex") }
}

export interface Reserved extends Reservation {
  readonly orgId: OrgId
}
