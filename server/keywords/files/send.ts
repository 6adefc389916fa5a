import { isDrawing, nameOf, sortOf } from "#basic"
import type { Value } from "#basic/vm/value.ts"
import { newId } from "#catalog/ids.ts"
import { conversationDrive, readableDrives } from "#server/records/files/drives.ts"
import { loadFile } from "#server/records/files/find-file.ts"
import { keepFile } from "#server/records/files/keep-file.ts"
import type { Step } from "../step.ts"
import type { HeldFile } from "./content.ts"
import { fetchFile } from "./fetch-file.ts"
import { keepDrawing } from "./keep-drawing.ts"
import { readSource } from "./operands.ts"

interface Sending {
  readonly keyword: string
  readonly file: Value | undefined
  readonly caption?: string | undefined
  readonly options?: readonly string[]
}

/**
 * Sends a file to the person: the conversation gets a file of its own with the same content, so that what
 * was sent stays as it was sent, and its address opens nothing else.
 */
export async function sendFile(step: Step, { keyword, file, caption = "", options }: Sending) {
  const path = await findPath(step, file, keyword)
  const sent = await step.record(async (tx, place) => {
    const found = await loadFile(tx, readableDrives(place), path)
    const ownPath = `sent/${newId("fil", place.nowMs).slice(-8)}/${nameOf(found.path)}`
    const row = await keepFile(tx, place, conversationDrive(place), ownPath, found)
    return { ...row, orgId: place.orgId }
  })
  return showFile(step, sent, { caption, ...(options && { options }) })
}

/** The path of a file; what an address or CHART gives becomes a file first. */
async function findPath(step: Step, file: Value | undefined, keyword: string): Promise<string> {
  if (isDrawing(file)) return (await keepDrawing(step, file)).path
  const source = readSource(file, keyword)
  return source.kind === "path" ? source.path : (await fetchFile(step, source.url, null)).path
}

/** Shows a file that belongs to this conversation. */
export function showFile(
  step: Step,
  file: HeldFile,
  { caption, options }: { readonly caption: string; readonly options?: readonly string[] },
) {
  const name = nameOf(file.path)
  const { orgId, id: fileId, size, mimeType: type } = file
  const url = step.parts.links.sign({ orgId, fileId, expiresMs: null }, name)
  const sort = sortOf(type)
  const kind = sort === "document" ? "file" : sort
  const shown = { name, url, size, type, ...(options && options.length > 0 && { options }) }
  step.sendFile(kind, shown, caption)
  return { kind, file: shown } as const
}
