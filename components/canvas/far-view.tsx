"use client"

import { useStore, ViewportPortal } from "@xyflow/react"
import { useMemo } from "react"
import type { CanvasEdge } from "#basic"
import styles from "./canvas-view.module.css"
import type { Box } from "./way-route.ts"

/** Below this zoom nobody reads a step. */
const farZoom = 0.45
/** Smaller flows are drawn in full at any zoom. */
const manyCards = 40

/** Whether the flow is seen from so far away that cards are drawn as blocks and ways as plain lines. */
export function useIsFar(cards: number): boolean {
  return useStore(({ transform }) => cards > manyCards && transform[2] < farZoom)
}

/** All ways as one path: from the right of a card straight to the left of the next. */
export function FarWays({ edges, boxes }: { edges: readonly CanvasEdge[]; boxes: readonly Box[] }) {
  const path = useMemo(() => drawFarWays(edges, boxes), [edges, boxes])
  return (
    <ViewportPortal>
      <svg className={styles.farWays} aria-hidden="true">
        <path d={path} />
      </svg>
    </ViewportPortal>
  )
}

/** The path of an SVG. Units: canvas pixels. */
export function drawFarWays(edges: readonly CanvasEdge[], boxes: readonly Box[]): string {
  const places = new Map(boxes.map((box) => [box.id, box]))
  const lines = edges.map(({ from, to }) => {
    const start = places.get(from.groupId)
    const end = places.get(to)
    if (!start || !end) return ""
    return `M${start.x + start.width} ${start.y + start.height - 16}L${end.x} ${end.y + 21}`
  })
  return lines.join("")
}
