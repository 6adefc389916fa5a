"use client"

import { useReactFlow } from "@xyflow/react"
import { type PointerEvent as ReactPointerEvent, useCallback, useState } from "react"
import type { BuilderStore } from "../editor/builder-store.ts"
import { findTouched } from "./align-cards.ts"
import type { CanvasNode } from "./canvas-nodes.ts"
import { boxOf } from "./way-boxes.tsx"

/** The rectangle being drawn. Units: CSS pixels of the window. */
export interface Lasso {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Selects the cards a rectangle touches: drawn with Shift held, or after "Select an area" was pressed. */
export function useLasso(store: BuilderStore, isArmed: boolean, onDone: () => void) {
  const { getNodes, screenToFlowPosition } = useReactFlow<CanvasNode>()
  const [lasso, setLasso] = useState<Lasso | null>(null)
  const begin = useCallback(
    (event: ReactPointerEvent) => {
      const isPane = event.target instanceof Element && event.target.closest(".react-flow__pane")
      if (!isPane || event.button !== 0 || !(event.shiftKey || isArmed)) return
      event.preventDefault()
      event.stopPropagation()
      const from = { x: event.clientX, y: event.clientY }
      const draw = (next: PointerEvent) => setLasso(between(from, next))
      const end = (next: PointerEvent) => {
        removeEventListener("pointermove", draw)
        removeEventListener("pointerup", end)
        removeEventListener("pointercancel", end)
        setLasso(null)
        if (next.type === "pointercancel") return
        // The click that ends the drawing is no click: it would clear what was just selected.
        addEventListener("click", swallow, { capture: true, once: true })
        setTimeout(() => removeEventListener("click", swallow, { capture: true }))
        const area = between(from, next)
        const start = screenToFlowPosition({ x: area.x, y: area.y })
        const stop = screenToFlowPosition({ x: area.x + area.width, y: area.y + area.height })
        const size = { width: stop.x - start.x, height: stop.y - start.y }
        store.getState().selectCards(findTouched(getNodes().map(boxOf), { ...start, ...size }))
        onDone()
      }
      addEventListener("pointermove", draw)
      addEventListener("pointerup", end)
      addEventListener("pointercancel", end)
    },
    [store, isArmed, onDone, getNodes, screenToFlowPosition],
  )
  return { lasso, begin }
}

function swallow(event: Event) {
  event.stopPropagation()
  event.preventDefault()
}

function between(from: { x: number; y: number }, to: PointerEvent): Lasso {
  return {
    x: Math.min(from.x, to.clientX),
    y: Math.min(from.y, to.clientY),
    width: Math.abs(to.clientX - from.x),
    height: Math.abs(to.clientY - from.y),
  }
}
