/**
 * A layout as entries of a shared map, one for each card, title, note and so on, so that edits of two
 * people meet only where both changed the same. Fields are told apart by their shape, not by name: a field
 * that layouts get later is shared without a line here.
 *
 * Shape: "r/groups/s4" for an entry of a record, "r/texts/pt/s4/text" where records hold records,
 * "a/notes/n1" for an item of a list of things with ids, "o/notes" for their order, "v/nextId" for any other
 * value.
 */
import type * as Y from "yjs"
import { emptyLayout, type Layout } from "#basic"

/** Step ids follow from the anchors; the rest is of one open document only. */
const ownFields = new Set(["version", "stepIds", "maker"])

export function writeEntries(map: Y.Map<unknown>, before: Layout | null, after: Layout): void {
  const old = before === null ? new Map<string, unknown>() : toEntries(before)
  const next = toEntries(after)
  for (const key of old.keys()) if (!next.has(key)) map.delete(key)
  for (const [key, value] of next)
    if (!old.has(key) || !isEqual(old.get(key), value)) map.set(key, value)
}

/** What the map says, with the ids of the steps. Nothing is checked here: the server refuses what is no layout. */
export function readEntries(map: Y.Map<unknown>, stepIds: readonly string[]): Layout {
  const fields: Record<string, unknown> = { ...emptyLayout, stepIds }
  const records: Branch = new Map()
  const items = new Map<string, Map<string, unknown>>()
  for (const key of [...map.keys()].sort()) {
    const [sort = "", field = "", ...path] = key.split("/").map(decodePart)
    const id = path.join("/")
    const value = map.get(key)
    if (ownFields.has(field) || field === "") continue
    if (sort === "r") putEntry(records, [field, ...path], value)
    if (sort === "a") items.set(field, (items.get(field) ?? new Map()).set(id, value))
    if (sort === "v") fields[field] = value
  }
  Object.assign(fields, toRecord(records))
  for (const [field, list] of items) fields[field] = inOrder(list, map.get(`o/${field}`))
  return asLayout(fields)
}

function toEntries(layout: Layout): Map<string, unknown> {
  const entries = new Map<string, unknown>()
  for (const [field, value] of Object.entries(layout)) {
    if (ownFields.has(field) || value === undefined) continue
    if (isListOfThings(value)) {
      for (const item of value) entries.set(`a/${field}/${encodeURIComponent(item.id)}`, item)
      if (value.length > 0)
        entries.set(
          `o/${field}`,
          value.map(({ id }) => id),
        )
    } else if (isRecord(value)) addEntries(entries, `r/${field}`, value)
    else entries.set(`v/${field}`, value)
  }
  return entries
}

/** A record whose values are all records is split further. */
function addEntries(entries: Map<string, unknown>, path: string, record: Record<string, unknown>) {
  for (const [name, value] of Object.entries(record)) {
    const key = `${path}/${encodeURIComponent(name)}`
    const inner = isRecord(value) ? Object.values(value) : []
    if (isRecord(value) && inner.length > 0 && inner.every(isRecord))
      addEntries(entries, key, value)
    else entries.set(key, value)
  }
}

/** Records while they are put together; names are names here, "__proto__" too. */
type Branch = Map<string, unknown>

function putEntry(branch: Branch, [name = "", ...path]: readonly string[], value: unknown): void {
  if (path.length === 0) {
    branch.set(name, value)
    return
  }
  const before = branch.get(name)
  const inner: Branch =
    before instanceof Map ? before : new Map(isRecord(before) ? Object.entries(before) : [])
  branch.set(name, inner)
  putEntry(inner, path, value)
}

const toRecord = (branch: Branch): Record<string, unknown> =>
  Object.fromEntries(
    [...branch].map(([name, value]) => [name, value instanceof Map ? toRecord(value) : value]),
  )

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** In the order that was written; what somebody added meanwhile comes last. */
function inOrder(list: ReadonlyMap<string, unknown>, order: unknown): unknown[] {
  const ids = Array.isArray(order) ? order.filter((id) => list.has(id)) : []
  const known = new Set(ids)
  const added = [...list.keys()].filter((id) => !known.has(id)).sort()
  return [...known, ...added].map((id) => list.get(id))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isListOfThings = (value: unknown): value is readonly { readonly id: string }[] =>
  Array.isArray(value) && value.every((item) => isRecord(item) && typeof item.id === "string")

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** A map that was written with `writeEntries`, or that the server let through, holds the fields of a layout. */
function asLayout(fields: Record<string, unknown>): Layout {
  return fields as unknown as Layout
}
