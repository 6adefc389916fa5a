import type { Box, Point } from "./way-route.ts"

/** What a new card takes before it is drawn. Units: canvas pixels. */
export const newCardSize = { width: 300, height: 150 } as const
const gap = 28

/**
 * Finds the nearest place below (else above, else beside) the wanted one where a new card covers none.
 *
 * Units: canvas pixels at 100 % zoom.
 */
export function findFreePlace(wanted: Point, boxes: readonly Box[], size = newCardSize): Point {
  const isFree = (place: Point) => !boxes.some((box) => covers(place, size, box))
  if (isFree(wanted)) return wanted
  const candidates = boxes.flatMap((box) => [
    { x: wanted.x, y: box.y + box.height + gap },
    { x: wanted.x, y: box.y - size.height - gap },
    { x: box.x + box.width + gap * 2, y: wanted.y },
  ])
  const far = (place: Point) => Math.abs(place.x - wanted.x) * 2 + Math.abs(place.y - wanted.y)
  const free = candidates.filter(isFree).sort((a, b) => far(a) - far(b))
  return free[0] ?? wanted
}

function covers(place: Point, size: { width: number; height: number }, box: Box): boolean {
  return (
    place.x < box.x + box.width + gap &&
    place.x + size.width + gap > box.x &&
    place.y < box.y + box.height + gap &&
    place.y + size.height + gap > box.y
  )
}
