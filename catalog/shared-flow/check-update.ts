import * as Y from "yjs"
import { partNames } from "./open.ts"

const parts: ReadonlySet<unknown> = new Set(partNames)

/** Who wrote new content of an update, and whether anything in it has no place in a flow. */
export interface UpdateFacts {
  /** Clients of the new content, as Yjs numbers them. */
  readonly clients: ReadonlySet<number>
  readonly isPlain: boolean
}

/**
 * Reads an update without applying it. Only characters of the text and plain values of the two maps are
 * let through: nothing nested, no files, no formats, nothing under another name.
 *
 * Throws: whatever Yjs throws at bytes that are no update.
 */
export function inspectUpdate(update: Uint8Array, known: ReadonlyMap<number, number>): UpdateFacts {
  const { structs } = Y.decodeUpdate(update)
  const clients = new Set<number>()
  let isPlain = true
  for (const struct of structs) {
    const isNew = struct.id.clock + struct.length > (known.get(struct.id.client) ?? 0)
    if (isNew && !(struct instanceof Y.Skip)) clients.add(struct.id.client)
    if (struct instanceof Y.Item && !isPlainItem(struct)) isPlain = false
  }
  return { clients, isPlain }
}

function isPlainItem({ content, parent, parentSub }: Y.Item): boolean {
  if (typeof parent === "string") {
    if (!parts.has(parent)) return false
    // Characters stand in the text, values under a key of a map.
    if ((parent === "source") !== (parentSub === null)) return false
  }
  if (content instanceof Y.ContentDeleted) return true
  if (content instanceof Y.ContentString) return parentSub === null
  return content instanceof Y.ContentAny
}
