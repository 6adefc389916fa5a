"use client"

import { getViewportForBounds, useReactFlow, useStoreApi, type Viewport } from "@xyflow/react"
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

/** The same view, moved by less than a pixel: between pixels words are blurred, and moving them costs more. */
export const onPixels = ({ x, y, zoom }: Viewport): Viewport => ({
  x: Math.round(x),
  y: Math.round(y),
  zoom,
})

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
      void setViewport(onPixels(viewport), duration === undefined ? undefined : { duration })
    },
    [api, getNodes, getNodesBounds, setViewport],
  )
}

/** Shows what is in the middle at 100 %. */
export function useFullSize(): () => void {
  const { getViewport, setViewport } = useReactFlow()
  const api = useStoreApi()
  return useCallback(() => {
    const { width, height } = api.getState()
    const { x, y, zoom } = getViewport()
    const grow = (middle: number, at: number) => middle - (middle - at) / zoom
    void setViewport(onPixels({ x: grow(width / 2, x), y: grow(height / 2, y), zoom: 1 }))
  }, [api, getViewport, setViewport])
}
