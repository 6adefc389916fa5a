/**
 * Places cards that nobody has placed: in layers from left to right, never over one another.
 *
 * A card stands one column to the right of the last card that leads to it; edges back are left out.
 * Within its column it stands as near to that card's height as there is room. Cards with a stored
 * position stay where they are, and the others keep clear of them. A long flow of which nothing is
 * stored is folded into bands, one below the other, so that it is not one endless line.
 */
import type { CanvasEdge, GroupLayout } from "./model.ts"

/** What is known of a card before it is drawn. Units: canvas pixels at 100 % zoom. */
export interface CardSize {
  readonly id: string
  readonly height: number
}

export const cardWidth = 300
const columnGap = 100
const rowGap = 40
const bandGap = 140
/** A flow of more layers is folded. */
const maxColumns = 14

/** Estimates the height of a card from its steps and outlets. */
export const estimateHeight = (
  steps: readonly { readonly outlets: readonly unknown[] }[],
): number => 64 + steps.reduce((sum, { outlets }) => sum + 64 + outlets.length * 30, 0)

export function placeCards(
  cards: readonly CardSize[],
  edges: readonly CanvasEdge[],
  stored: Readonly<Record<string, GroupLayout>>,
): Map<string, GroupLayout> {
  const places = new Map<string, GroupLayout>()
  const shelf = createShelf()
  for (const { id, height } of cards) {
    const place = stored[id]
    if (place === undefined) continue
    places.set(id, place)
    shelf.take(place, height)
  }
  if (places.size === cards.length) return places
  const layers = layerCards(cards, edges)
  const firstFrom = new Map<string, string>()
  for (const { from, to } of edges) if (!firstFrom.has(to)) firstFrom.set(to, from.groupId)
  const heights = new Map(cards.map(({ id, height }) => [id, height]))
  const columns = places.size > 0 ? Number.POSITIVE_INFINITY : countColumns(cards, layers.depth)
  let band = { number: 0, top: 0, bottom: 0 }
  for (const id of layers.order) {
    if (places.has(id)) continue
    const depth = layers.depth.get(id) ?? 0
    const number = Math.floor(depth / columns)
    if (number > band.number) band = { number, top: band.bottom + bandGap, bottom: 0 }
    const before = places.get(firstFrom.get(id) ?? "")
    const column = (depth - (number > 0 ? number * columns : 0)) * (cardWidth + columnGap)
    const isAmongStored = before !== undefined && stored[firstFrom.get(id) ?? ""] !== undefined
    const x = isAmongStored ? before.x + cardWidth + columnGap : column
    const y = number > 0 ? Math.max(band.top, before?.y ?? 0) : (before?.y ?? 0)
    const height = heights.get(id) ?? 0
    const place = shelf.findRoom({ x, y }, height)
    places.set(id, place)
    shelf.take(place, height)
    band.bottom = Math.max(band.bottom, place.y + height)
  }
  return places
}

/** How many columns a band has, so that the whole is about as wide as a screen; endless for a short flow. */
function countColumns(cards: readonly CardSize[], depth: ReadonlyMap<string, number>): number {
  const layers = 1 + Math.max(0, ...depth.values())
  if (layers <= maxColumns) return Number.POSITIVE_INFINITY
  const area = cards.reduce((sum, { height }) => sum + height + rowGap, 0) * (cardWidth + columnGap)
  return Math.max(maxColumns, Math.round(Math.sqrt(area * 1.6) / (cardWidth + columnGap)))
}

/** Columns by longest way from the entry, and the order in which to place: column by column. */
function layerCards(cards: readonly CardSize[], edges: readonly CanvasEdge[]) {
  const next = new Map<string, string[]>(cards.map(({ id }) => [id, []]))
  for (const { from, to } of edges) {
    if (next.has(to)) next.get(from.groupId)?.push(to)
  }
  const order = orderTopologically(cards, next)
  const rank = new Map(order.map((id, index) => [id, index]))
  const depth = new Map<string, number>()
  for (const id of order) {
    const own = depth.get(id) ?? 0
    depth.set(id, own)
    for (const to of next.get(id) ?? []) {
      if ((rank.get(to) ?? 0) > (rank.get(id) ?? 0))
        depth.set(to, Math.max(depth.get(to) ?? 0, own + 1))
    }
  }
  order.sort(
    (a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || (rank.get(a) ?? 0) - (rank.get(b) ?? 0),
  )
  return { order, depth }
}

/** Reverse postorder of a walk in text order; edges to a card still being walked go back and do not count. */
function orderTopologically(
  cards: readonly CardSize[],
  next: ReadonlyMap<string, readonly string[]>,
): string[] {
  const led = new Set([...next].flatMap(([from, targets]) => targets.filter((to) => to !== from)))
  const seen = new Set<string>()
  const finished: string[] = []
  // From the last card to the first, so that the reversed order keeps text order among equals.
  for (let at = cards.length - 1; at >= 0; at -= 1) {
    const { id } = cards[at]!
    if (at === 0 || !led.has(id)) walk(id, next, seen, finished)
  }
  for (const { id } of cards) walk(id, next, seen, finished)
  return finished.reverse()
}

function walk(
  root: string,
  next: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
  finished: string[],
): void {
  if (seen.has(root)) return
  seen.add(root)
  const stack = [{ id: root, at: (next.get(root)?.length ?? 0) - 1 }]
  while (stack.length > 0) {
    const top = stack.at(-1)!
    const to = next.get(top.id)?.[top.at]
    top.at -= 1
    if (to === undefined) {
      finished.push(top.id)
      stack.pop()
    } else if (!seen.has(to)) {
      seen.add(to)
      stack.push({ id: to, at: (next.get(to)?.length ?? 0) - 1 })
    }
  }
}

interface Shelf {
  take(place: GroupLayout, height: number): void
  findRoom(wanted: GroupLayout, height: number): GroupLayout
}

interface Taken {
  readonly top: number
  readonly bottom: number
  readonly left: number
}

/** Remembers what room is taken, by column, so that looking for room touches few cards. */
function createShelf(): Shelf {
  const columns = new Map<number, Taken[]>()
  const columnsOf = (x: number): Taken[][] => {
    const first = Math.floor(x / (cardWidth + columnGap))
    return [first, first + 1].map((column) => {
      const taken = columns.get(column) ?? []
      columns.set(column, taken)
      return taken
    })
  }
  return {
    take({ x, y }, height) {
      const card = { top: y, bottom: y + height, left: x }
      for (const taken of columnsOf(x)) taken.splice(findRank(taken, y), 0, card)
    },
    findRoom({ x, y }, height) {
      const near = columnsOf(x)
      let top = y
      for (let before = Number.NaN; before !== top; ) {
        before = top
        for (const other of near.flat()) {
          const isBeside = Math.abs(other.left - x) < cardWidth + rowGap
          const meets = other.top < top + height + rowGap && other.bottom + rowGap > top
          if (isBeside && meets) top = other.bottom + rowGap
        }
      }
      return { x, y: top }
    },
  }
}

/** Where a card that begins at `top` belongs among those sorted by their tops. */
function findRank(taken: readonly Taken[], top: number): number {
  let low = 0
  let high = taken.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (taken[middle]!.top <= top) low = middle + 1
    else high = middle
  }
  return low
}
