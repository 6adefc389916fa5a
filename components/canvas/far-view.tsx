"use client"

import { useStore, ViewportPortal } from "@xyflow/react"
import { useMemo } from "react"
import type { CanvasEdge } from "#basic"
import type { CanvasNode } from "./canvas-nodes.ts"
import styles from "./canvas-view.module.css"
import { boxOf, useWayBoxes } from "./way-boxes.tsx"
import type { Box } from "./way-route.ts"

/** Below this zoom nobody reads a step. */
const farZoom = 0.45
/** Smaller flows are drawn in full at any zoom. */
const manyCards = 40

/** Whether the flow is seen from so far away that cards are drawn as blocks and ways as plain lines. */
export function useIsFar(cards: number): boolean {
  return useStore(({ transform }) => cards > manyCards && transform[2] < farZoom)
}

interface FarWaysProps {
  readonly edges: readonly CanvasEdge[]
  /** The cards in somebody's hand. */
  readonly dragged: readonly CanvasNode[]
}

/**
 * All ways as one path: from the right of a card straight to the left of the next. Those of cards that are being
 * dragged are a path of their own, so that the others need not be painted again.
 */
export function FarWays({ edges, dragged }: FarWaysProps) {
  const boxes = useWayBoxes()
  const ids = dragged.map(({ id }) => id).join(" ")
  const [still, moving] = useMemo(() => {
    const held = new Set(ids === "" ? [] : ids.split(" "))
    const isHeld = ({ from, to }: CanvasEdge) => held.has(from.groupId) || held.has(to)
    const path = drawFarWays(held.size === 0 ? edges : edges.filter((edge) => !isHeld(edge)), boxes)
    return [path, held.size === 0 ? [] : edges.filter(isHeld)]
  }, [edges, boxes, ids])
  const at = new Map(dragged.map((node) => [node.id, boxOf(node)]))
  return (
    <ViewportPortal>
      <svg className={styles.farWays} aria-hidden="true">
        <path d={still} />
        {moving.length > 0 && (
          <path
            d={drawFarWays(
              moving,
              boxes.map((box) => at.get(box.id) ?? box),
            )}
          />
        )}
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
