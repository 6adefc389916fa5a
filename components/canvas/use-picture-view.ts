"use client"

import { useStore as useFlowStore, useReactFlow } from "@xyflow/react"
import { useEffect, useRef } from "react"
import { useStore } from "zustand"
import type { BuilderStore } from "../editor/builder-store.ts"
import { onPixels, useFit } from "./use-fit.ts"

/** Below this zoom words are hard to read. */
const readableZoom = 0.55

/**
 * Shows the whole flow when it is opened, or its beginning where the whole would be too small to read;
 * later changes leave the person's view alone.
 */
export function useFitOnOpen() {
  const { getNodes, getNodesBounds, setViewport } = useReactFlow()
  const fitAll = useFit()
  const width = useFlowStore((state) => state.width)
  const height = useFlowStore((state) => state.height)
  const hasFitted = useRef(false)
  useEffect(() => {
    const nodes = getNodes()
    if (nodes.length === 0 || width === 0 || hasFitted.current) return
    hasFitted.current = true
    const bounds = getNodesBounds(nodes)
    const zoom = Math.min(width / (bounds.width * 1.2), height / (bounds.height * 1.2))
    if (zoom >= readableZoom) fitAll({ padding: 0.1 })
    else
      void setViewport(onPixels({ x: 48 - bounds.x * 0.75, y: 56 - bounds.y * 0.75, zoom: 0.75 }))
  }, [width, height, fitAll, getNodes, getNodesBounds, setViewport])
}

/** Brings a step into view that was selected elsewhere: in the source, in the list of problems, by undo. */
export function useShowSelected(store: BuilderStore) {
  const { getNode, getViewport, setCenter } = useReactFlow()
  const width = useFlowStore((state) => state.width)
  const height = useFlowStore((state) => state.height)
  const stepId = useStore(store, (state) =>
    state.selection.length === 1 ? (state.selection[0] ?? null) : null,
  )
  useEffect(() => {
    if (stepId === null || width === 0) return
    const { document, flowId } = store.getState()
    const flow = document.flows.find(({ id }) => id === flowId)
    const group = flow?.groups.find(({ steps }) => steps.some(({ id }) => id === stepId))
    const node = group && getNode(group.id)
    if (!group || !node) return
    const { x, y, zoom } = getViewport()
    const at = group.steps.findIndex(({ id }) => id === stepId)
    const size = { width: node.measured?.width ?? 300, height: node.measured?.height ?? 120 }
    const middle = {
      x: node.position.x + size.width / 2,
      y: node.position.y + (size.height * (at + 0.5)) / group.steps.length,
    }
    const seen = { x: middle.x * zoom + x, y: middle.y * zoom + y }
    const isSeen = seen.x > 0 && seen.x < width && seen.y > 0 && seen.y < height
    if (!isSeen)
      void setCenter(middle.x, middle.y, { zoom: Math.max(zoom, readableZoom), duration: 180 })
  }, [stepId, store, width, height, getNode, getViewport, setCenter])
}
