/**
 * Which step is which, the same for everybody.
 *
 * A step is anchored at the character its statement begins with: Yjs names every character by who wrote it
 * and when, for good. From text and anchors alone follows who is who, so it does not matter in which order
 * edits came. Whoever edits writes the anchors of what they changed; where two people changed the same, a
 * statement may be left without one, and is then named after its own first character.
 */
import * as Y from "yjs"
import type { SharedFlow } from "./open.ts"

/** A character, and which of the statements that begin there it is. At the end of the text: -1, -1. */
export type StepAnchor = readonly [client: number, clock: number, order: number]

interface Place {
  readonly index: number
  readonly isAlive: boolean
  readonly order: number
}

/** Where every character stands, and which character stands where. */
interface TextMap {
  placeOf(anchor: StepAnchor): Place | null
  anchorAt(index: number, order: number): StepAnchor
}

/**
 * Names the statements that begin at `starts` (rising).
 *
 * With `followUndone` a character that undo brought back counts as the one it was; only the document that
 * undid knows that, so its anchors have to be written again.
 */
export function resolveStepIds(
  flow: SharedFlow,
  starts: readonly number[],
  { followUndone = false }: { followUndone?: boolean } = {},
): string[] {
  const map = mapText(flow, starts, followUndone)
  const ids: (string | null)[] = starts.map(() => null)
  const orders = ordersOf(starts)
  const exact = new Map(starts.map((start, at) => [`${start} ${orders[at]}`, at]))
  const others: { id: string; place: Place }[] = []
  for (const [id, place] of placesOf(flow, map)) {
    const at = place.isAlive ? exact.get(`${place.index} ${place.order}`) : undefined
    const holder = at === undefined ? null : ids[at]
    // Two anchors at one character: the one that sorts first, wherever this is computed.
    if (at !== undefined && (holder === null || holder === undefined || id < holder)) {
      if (holder) others.push({ id: holder, place })
      ids[at] = id
    } else others.push({ id, place })
  }
  for (const { id, place } of others.sort(comparePlaces)) {
    const at = lastAtOrBefore(starts, place.index)
    if (at >= 0 && ids[at] === null) ids[at] = id
  }
  return ids.map((id, at) => id ?? nameAfter(map.anchorAt(starts[at] ?? 0, orders[at] ?? 0)))
}

/** Writes the anchors that `ids` need to be what everybody reads, and takes away those of steps that have gone. */
export function anchorSteps(
  flow: SharedFlow,
  starts: readonly number[],
  ids: readonly string[],
): void {
  const isRight = () => {
    const resolved = resolveStepIds(flow, starts)
    return ids.every((id, at) => resolved[at] === id)
  }
  const kept = new Set(ids)
  for (const id of [...flow.steps.keys()]) if (!kept.has(id)) flow.steps.delete(id)
  if (isRight()) return
  const map = mapText(flow, starts, false)
  const orders = ordersOf(starts)
  ids.forEach((id, at) => {
    const wanted = map.anchorAt(starts[at] ?? 0, orders[at] ?? 0)
    const before = flow.steps.get(id)
    if (before === undefined || !wanted.every((part, index) => before[index] === part))
      flow.steps.set(id, wanted)
  })
}

const nameAfter = ([client, clock, order]: StepAnchor): string =>
  `c${client.toString(36)}-${clock}${order > 0 ? `-${order}` : ""}`

function comparePlaces(a: { id: string; place: Place }, b: { id: string; place: Place }): number {
  const alive = Number(b.place.isAlive) - Number(a.place.isAlive)
  if (alive !== 0) return alive
  return a.place.index - b.place.index || (a.id < b.id ? -1 : 1)
}

/** Of statements that begin at one place: the first, the second ... */
function ordersOf(starts: readonly number[]): number[] {
  let order = 0
  return starts.map((start, at) => {
    order = at > 0 && starts[at - 1] === start ? order + 1 : 0
    return order
  })
}

function lastAtOrBefore(starts: readonly number[], index: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return low - 1
}

function* placesOf(flow: SharedFlow, map: TextMap): Generator<[string, Place]> {
  for (const [id, anchor] of flow.steps.entries()) {
    const place = isAnchor(anchor) ? map.placeOf(anchor) : null
    if (place !== null) yield [id, place]
  }
}

function isAnchor(value: unknown): value is StepAnchor {
  return Array.isArray(value) && value.length === 3 && value.every(Number.isSafeInteger)
}

/** Goes through the text once; `starts` are the places whose characters will be asked for. */
function mapText({ doc, text }: SharedFlow, starts: readonly number[], follow: boolean): TextMap {
  const indexes = new Map<Y.Item, number>()
  const anchors = new Map<number, readonly [number, number]>()
  let index = 0
  let next = 0
  for (let item = text._start; item !== null; item = item.right) {
    indexes.set(item, index)
    if (item.deleted || !item.countable) continue
    const end = index + item.length
    while (next < starts.length && (starts[next] ?? 0) < end) {
      const start = starts[next] ?? 0
      anchors.set(start, [item.id.client, item.id.clock + start - index])
      next += 1
    }
    index = end
  }
  const length = index
  return {
    anchorAt: (at, order) => [...(anchors.get(at) ?? ([-1, -1] as const)), order],
    placeOf: ([client, clock, order]) => {
      if (client === -1) return { index: length, isAlive: true, order }
      const found = findCharacter(doc, client, clock, follow)
      if (found === null) return null
      const at = indexes.get(found.item)
      if (at === undefined) return null
      const isAlive = !found.item.deleted
      return { index: isAlive ? at + found.offset : at, isAlive, order }
    },
  }
}

function findCharacter(doc: Y.Doc, client: number, clock: number, follow: boolean) {
  let id = { client, clock }
  while (true) {
    if (id.clock < 0 || id.clock >= Y.getState(doc.store, id.client)) return null
    const item = Y.getItem(doc.store, Y.createID(id.client, id.clock))
    if (!(item instanceof Y.Item)) return null
    const offset = id.clock - item.id.clock
    if (!follow || !item.redone) return { item, offset }
    id = { client: item.redone.client, clock: item.redone.clock + offset }
  }
}
