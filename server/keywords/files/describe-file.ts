import { makeFileValue } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import type { Step } from "../step.ts"
import type { HeldFile } from "./content.ts"

/** An address that a program gets without asking for one is good for so long. */
const addressMs = 24 * 60 * 60 * 1000

/** A file as the program gets it: name, path, size, type, and an address that is good for a day. */
export function describeFile(step: Step, file: HeldFile): { [key: string]: Json } {
  const expiresMs = step.nowMs + addressMs
  const { path, size, mimeType, orgId, id } = file
  const name = path.slice(path.lastIndexOf("/") + 1)
  const url = step.parts.links.signWhole({ orgId, fileId: id, expiresMs }, name)
  return {
    ...makeFileValue({ path, size, mimeType, url }),
    modified: file.modifiedAt,
    created: file.createdAt,
  }
}
