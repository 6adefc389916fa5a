"use client"

import type { Connection, FinalConnectionState } from "@xyflow/react"
import { type PointerEvent, useRef } from "react"
import type { Port } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import type { CanvasNode, WayEdge } from "./canvas-nodes.ts"
import { portOf } from "./port-handle.ts"

interface PictureEvents {
  readonly isReadOnly: boolean
  readonly onEmptyDrop: (from: Port | null, pointer: { x: number; y: number }) => void
  readonly setEdgeId: (edgeId: string | null) => void
}

/** What the person does with cards and ways, as gestures. `notePress` hears of each press before anything else. */
export function usePictureEvents(
  store: BuilderStore,
  { isReadOnly, onEmptyDrop, setEdgeId }: PictureEvents,
) {
  const { perform, selectCards } = store.getState()
  const isPaneDown = useRef(false)
  const notePress = ({ target }: PointerEvent) => {
    isPaneDown.current = target instanceof Element && target.matches(".react-flow__pane")
  }
  const events = {
    onConnect({ source, sourceHandle, target }: Connection) {
      perform({ kind: "connect", from: portOf(source, sourceHandle), toGroupId: target })
    },
    onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState) {
      if (state.toNode || !state.fromNode || isReadOnly) return
      const point = "changedTouches" in event ? event.changedTouches[0] : event
      const from = portOf(state.fromNode.id, state.fromHandle?.id)
      if (point) onEmptyDrop(from, { x: point.clientX, y: point.clientY })
    },
    onNodeDragStop(_event: unknown, _node: CanvasNode, moved: readonly CanvasNode[]) {
      const place = ({ position }: CanvasNode) => ({
        x: Math.round(position.x),
        y: Math.round(position.y),
      })
      perform({
        kind: "moveGroups",
        moves: Object.fromEntries(moved.map((node) => [node.id, place(node)])),
      })
    },
    onNodeClick(event: React.MouseEvent, node: CanvasNode) {
      const isStep = event.target instanceof Element && event.target.closest("[data-drop-step]")
      if (isStep) return
      const { cardIds } = store.getState()
      const isAdding = event.shiftKey || event.metaKey || event.ctrlKey
      if (!isAdding) selectCards([node.id])
      else if (cardIds.includes(node.id)) selectCards(cardIds.filter((id) => id !== node.id))
      else selectCards([...cardIds, node.id])
    },
    onEdgeClick(_event: unknown, edge: WayEdge) {
      setEdgeId(edge.data?.edge.isEditable ? edge.id : null)
    },
    onPaneClick() {
      // A card that was pressed may have moved away below the pointer, as it does when a drawing finds its place.
      if (!isPaneDown.current) return
      setEdgeId(null)
      selectCards([])
    },
  }
  return { events, notePress }
}
