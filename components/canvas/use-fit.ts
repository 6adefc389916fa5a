"use client"

import { getViewportForBounds, useReactFlow, useStoreApi } from "@xyflow/react"
import { useCallback } from "react"

interface FitOptions {
  /** Part of the canvas left free on each side, 0 to 1. */
  readonly padding?: number
  readonly maxZoom?: number
  /** Units: ms. */
  readonly duration?: number
  /** Only these; everything when left out. */
  readonly ids?: readonly string[]
}

/**
 * Shows all cards and notes, or some. React Flow's own way waits until each of them was measured, which cards
 * out of sight never are; their guessed sizes do as well.
 */
export function useFit(): (options?: FitOptions) => void {
  const { getNodes, getNodesBounds, setViewport } = useReactFlow()
  const api = useStoreApi()
  return useCallback(
    ({ padding = 0.12, maxZoom = 1, duration, ids }: FitOptions = {}) => {
      const { width, height, minZoom } = api.getState()
      const nodes = getNodes().filter(({ id }) => ids === undefined || ids.includes(id))
      if (nodes.length === 0 || width === 0) return
      const bounds = getNodesBounds(nodes)
      const viewport = getViewportForBounds(bounds, width, height, minZoom, maxZoom, padding)
      void setViewport(viewport, duration === undefined ? undefined : { duration })
    },
    [api, getNodes, getNodesBounds, setViewport],
  )
}
