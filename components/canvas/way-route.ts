/** A point of the canvas. Units: canvas pixels at 100 % zoom, y down. */
export interface Point {
  readonly x: number
  readonly y: number
}
/** A card that a way should go around. */
export interface Box extends Point {
  readonly id: string
  readonly width: number
  readonly height: number
}
export interface WayEnds {
  readonly from: Point
  readonly to: Point
  readonly fromId: string
  readonly toId: string
  /** Keeps ways that leave one card apart from one another: 0, 1, 2 ... */
  readonly lane: number
  /** Keeps ways that arrive at different cards apart. */
  readonly arrival: number
}

/** How far a way stays from cards it passes. */
const clearance = 14
const laneGap = 6
const maxLanes = 8
/** More candidates than this make no better way, only a slower one. */
const maxCandidates = 28
const bendCost = 24
const crossingCost = 4000

/**
 * Finds a way of straight stretches from an outlet to a card: it leaves to the right, arrives from the left, and
 * goes around the cards between where it can. Ways back go below or above, whichever is shorter.
 *
 * Shape: the corners, with both ends; neighbours share an x or a y.
 */
export function routeWay(ends: WayEnds, boxes: readonly Box[]): Point[] {
  const { from, to } = ends
  const spread = laneGap * (ends.lane % maxLanes)
  const out = from.x + 16 + spread
  const into = to.x - 24
  const near = boxes.filter((box) => isNear(box, from, to))
  const ways: Point[][] = []
  if (into >= out) {
    const shift = laneGap * (ends.arrival % maxLanes)
    for (const x of columns(near, out, into, shift)) ways.push(viaColumn(from, to, x))
  }
  for (const y of rows(near, from, to, laneGap * ((ends.lane + ends.arrival) % maxLanes)))
    ways.push(viaRow(from, to, out, into, y))
  let best: Point[] = []
  let least = Number.POSITIVE_INFINITY
  for (const way of ways) {
    const cost = costOf(way, ends, near, least)
    if (cost < least) [best, least] = [way, cost]
  }
  return simplify(best)
}

const viaColumn = (from: Point, to: Point, x: number): Point[] => [
  from,
  { x, y: from.y },
  { x, y: to.y },
  to,
]

const viaRow = (from: Point, to: Point, out: number, into: number, y: number): Point[] => [
  from,
  { x: out, y: from.y },
  { x: out, y },
  { x: into, y },
  { x: into, y: to.y },
  to,
]

/** Cards that stand nowhere near both ends cannot be in the way. */
function isNear(box: Box, from: Point, to: Point): boolean {
  const reach = 700
  return (
    box.x < Math.max(from.x, to.x) + 120 &&
    box.x + box.width > Math.min(from.x, to.x) - 120 &&
    box.y < Math.max(from.y, to.y) + reach &&
    box.y + box.height > Math.min(from.y, to.y) - reach
  )
}

/** Where a way may turn up or down: right behind the outlet, right before the card, and beside every card between. */
function columns(near: readonly Box[], out: number, into: number, shift: number): number[] {
  const beside = near
    .flatMap((box) => [box.x - clearance - shift, box.x + box.width + clearance + shift])
    .filter((x) => x > out && x < into)
  return [out, Math.max(out, into - shift), ...new Set(beside)].slice(0, maxCandidates)
}

/** Where a way may run along: at either end's height, and above and below every card between. */
function rows(near: readonly Box[], from: Point, to: Point, shift: number): number[] {
  const middle = (from.y + to.y) / 2
  const beside = near
    .flatMap((box) => [box.y - clearance - shift, box.y + box.height + clearance + shift])
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return [middle, ...new Set(beside)].slice(0, maxCandidates)
}

function costOf(
  way: readonly Point[],
  { fromId, toId }: WayEnds,
  near: readonly Box[],
  limit: number,
): number {
  let cost = 0
  for (let at = 1; at < way.length; at += 1) {
    const [a, b] = [way[at - 1], way[at]]
    if (!a || !b) continue
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    if (length > 0) cost += length + bendCost
    if (cost >= limit) return cost
    const isFirst = at === 1
    const isLast = at === way.length - 1
    for (const box of near) {
      // A way begins and ends at the border of its own cards.
      if ((isFirst && box.id === fromId) || (isLast && box.id === toId)) continue
      if (touches(a, b, box)) cost += crossingCost
    }
  }
  return cost
}

function touches(a: Point, b: Point, box: Box): boolean {
  const margin = 4
  return (
    Math.min(a.x, b.x) < box.x + box.width + margin &&
    Math.max(a.x, b.x) > box.x - margin &&
    Math.min(a.y, b.y) < box.y + box.height + margin &&
    Math.max(a.y, b.y) > box.y - margin
  )
}

/** Leaves out corners where nothing turns. */
function simplify(way: readonly Point[]): Point[] {
  const corners: Point[] = []
  for (const point of way) {
    const [before, last] = [corners.at(-2), corners.at(-1)]
    if (last && last.x === point.x && last.y === point.y) continue
    const isStraight =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (isStraight) corners.pop()
    corners.push(point)
  }
  return corners
}

/** Draws a way as the path of an SVG, with its corners rounded. */
export function drawWay(way: readonly Point[], radius = 12): string {
  return way
    .map((corner, at) => {
      const [before, after] = [way[at - 1], way[at + 1]]
      if (!before) return `M ${corner.x} ${corner.y}`
      if (!after) return `L ${corner.x} ${corner.y}`
      const start = stepTowards(corner, before, radius)
      const end = stepTowards(corner, after, radius)
      return `L ${start.x} ${start.y} Q ${corner.x} ${corner.y} ${end.x} ${end.y}`
    })
    .join(" ")
}

/** A point on the way to a neighbour, at most half of it away. */
function stepTowards(corner: Point, neighbour: Point, radius: number): Point {
  const [dx, dy] = [neighbour.x - corner.x, neighbour.y - corner.y]
  const length = Math.hypot(dx, dy)
  const part = length === 0 ? 0 : Math.min(radius, length / 2) / length
  return { x: corner.x + dx * part, y: corner.y + dy * part }
}

/** The middle of the longest stretch: where a button on the way is seen best. */
export function middleOf(way: readonly Point[]): Point {
  let best = way[0] ?? { x: 0, y: 0 }
  let longest = -1
  for (let at = 1; at < way.length; at += 1) {
    const [a, b] = [way[at - 1], way[at]]
    if (!a || !b) continue
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    if (length > longest) {
      longest = length
      best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    }
  }
  return best
}
