import type { GroupLayout } from "#basic"
import type { Box } from "./way-route.ts"

export const alignments = ["left", "center", "right", "top", "middle", "bottom"] as const
export type Alignment = (typeof alignments)[number]
type Moves = Readonly<Record<string, GroupLayout>>

const target: Readonly<Record<Alignment, (boxes: readonly Box[], box: Box) => GroupLayout>> = {
  left: (boxes, { y }) => ({ x: Math.min(...boxes.map(({ x }) => x)), y }),
  right: (boxes, { y, width }) => ({ x: Math.max(...boxes.map(rightOf)) - width, y }),
  center: (boxes, { y, width }) => ({ x: (spanOf(boxes, "x") - width) / 2, y }),
  top: (boxes, { x }) => ({ x, y: Math.min(...boxes.map(({ y }) => y)) }),
  bottom: (boxes, { x, height }) => ({ x, y: Math.max(...boxes.map(bottomOf)) - height }),
  middle: (boxes, { x, height }) => ({ x, y: (spanOf(boxes, "y") - height) / 2 }),
}

/** Where cards go so that they share an edge or a middle. Units: canvas pixels. */
export function alignCards(boxes: readonly Box[], alignment: Alignment): Moves {
  return movesOf(boxes.map((box) => [box.id, target[alignment](boxes, box)]))
}

/** Where cards go so that the gaps between them are equal; the outermost two stay. Nothing for fewer than three. */
export function distributeCards(boxes: readonly Box[], axis: "x" | "y"): Moves {
  if (boxes.length < 3) return {}
  const size = axis === "x" ? "width" : "height"
  const sorted = [...boxes].sort((a, b) => a[axis] - b[axis])
  const first = sorted[0]!
  const last = sorted.at(-1)!
  const room = last[axis] + last[size] - first[axis]
  const gap = (room - sorted.reduce((sum, box) => sum + box[size], 0)) / (sorted.length - 1)
  let at = first[axis]
  return movesOf(
    sorted.map((box) => {
      const place = axis === "x" ? { x: at, y: box.y } : { x: box.x, y: at }
      at += box[size] + gap
      return [box.id, place]
    }),
  )
}

/** Cards a rectangle touches. */
export function findTouched(boxes: readonly Box[], area: Omit<Box, "id">): string[] {
  return boxes
    .filter(
      (box) =>
        box.x < area.x + area.width &&
        rightOf(box) > area.x &&
        box.y < area.y + area.height &&
        bottomOf(box) > area.y,
    )
    .map(({ id }) => id)
}

const rightOf = ({ x, width }: Omit<Box, "id">): number => x + width
const bottomOf = ({ y, height }: Omit<Box, "id">): number => y + height
/** Twice the middle of what the cards span. */
const spanOf = (boxes: readonly Box[], axis: "x" | "y"): number =>
  Math.min(...boxes.map((box) => box[axis])) +
  Math.max(...boxes.map(axis === "x" ? rightOf : bottomOf))

function movesOf(places: readonly (readonly [string, GroupLayout])[]): Moves {
  return Object.fromEntries(
    places.map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
  )
}
