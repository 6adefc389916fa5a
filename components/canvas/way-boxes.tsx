"use client"

import { createContext, use, useRef } from "react"
import type { CanvasNode } from "./canvas-nodes.ts"
import type { Box } from "./way-route.ts"

/** Where the cards stand, for the ways that go around them. */
export const WayBoxes = createContext<readonly Box[]>([])

export const useWayBoxes = (): readonly Box[] => use(WayBoxes)

/**
 * The cards' boxes; the same list for as long as none moved or grew, so that ways are not drawn anew. A card that
 * is being dragged counts where it stood: its own ways follow the pointer, all others look for a way when it is
 * let go.
 */
export function useBoxes(nodes: readonly CanvasNode[]): readonly Box[] {
  const known = useRef<readonly Box[]>([])
  if (nodes.some(({ dragging }) => dragging)) return known.current
  // Ways go around cards; notes and regions are no obstacle.
  const boxes = nodes.filter(({ type }) => type === "card").map(boxOf)
  const isSame =
    boxes.length === known.current.length &&
    boxes.every((box, index) => isSameBox(box, known.current[index]))
  if (!isSame) known.current = boxes
  return known.current
}

export const boxOf = (node: CanvasNode): Box => ({
  id: node.id,
  ...node.position,
  width: node.measured?.width ?? node.initialWidth ?? node.width ?? 300,
  height: node.measured?.height ?? node.initialHeight ?? node.height ?? 120,
})

function isSameBox(a: Box, b: Box | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height
  )
}
