"use client"

import { useReactFlow } from "@xyflow/react"
import { useEffect } from "react"
import type { BuilderStore } from "../editor/builder-store.ts"
import type { WayEdge } from "./canvas-nodes.ts"
import { isForCanvas } from "./is-for-canvas.ts"
import { switchSelected } from "./switch-selected.ts"
import type { Arrange } from "./use-arrange.ts"
import { removeSelected } from "./use-clipboard.ts"
import { useFit, useFullSize } from "./use-fit.ts"

interface CanvasKeys {
  readonly edges: readonly WayEdge[]
  readonly edgeId: string | null
  readonly isReadOnly: boolean
  readonly onAsk: () => void
  readonly arrange: Arrange
}

/** The way that has the focus of the keyboard, if one has. */
function focusedEdge(): string | null {
  const edge = document.activeElement?.closest(".react-flow__edge")
  return edge?.getAttribute("data-id") ?? null
}

/** The canvas's keys: for the view, for finding and arranging, and for what is selected. */
export function useCanvasKeys(store: BuilderStore, keys: CanvasKeys) {
  const { zoomIn, zoomOut } = useReactFlow()
  const fitAll = useFit()
  const showFullSize = useFullSize()
  useEffect(() => {
    const view: Readonly<Record<string, () => unknown>> = {
      "+": () => zoomIn(),
      "=": () => zoomIn(),
      "-": () => zoomOut(),
      "0": () => fitAll(),
      "1": showFullSize,
      "2": () => keys.arrange.zoomToSelection(),
    }
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !isForCanvas(event.target)) return
      const isMod = event.metaKey || event.ctrlKey
      const act = isMod
        ? modAction(event, store, keys)
        : (plainAction(event, store, keys) ?? view[event.key])
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener("keydown", press)
    return () => removeEventListener("keydown", press)
  }, [store, keys, zoomIn, zoomOut, fitAll, showFullSize])
}

function modAction(
  event: KeyboardEvent,
  store: BuilderStore,
  { isReadOnly, arrange }: CanvasKeys,
): (() => unknown) | null {
  const { perform, selection } = store.getState()
  const stepId = selection.at(-1)
  const key = event.key.toLowerCase()
  if (event.shiftKey) return null
  if (key === "f") return () => arrange.find(true)
  if (key === "a") return arrange.selectAll
  if (isReadOnly || key !== "d" || !stepId) return null
  return () => perform({ kind: "duplicateStep", stepId })
}

function plainAction(
  event: KeyboardEvent,
  store: BuilderStore,
  keys: CanvasKeys,
): (() => unknown) | null {
  const { perform, selection, cardIds, selectCards } = store.getState()
  if (event.key === "Escape" && (selection.length > 0 || cardIds.length > 0))
    return () => selectCards([])
  if (keys.isReadOnly) return null
  const arrangement = arrangeAction(event, keys.arrange, cardIds.length > 0)
  if (arrangement) return arrangement
  if (event.key === "/") return keys.onAsk
  if (event.key === "d" && (selection.length > 0 || cardIds.length > 0))
    return () => switchSelected(store)
  if (event.key !== "Delete" && event.key !== "Backspace") return null
  if (isInPanel(event.target)) return null
  const edgeId = focusedEdge() ?? keys.edgeId
  const edge = keys.edges.find((candidate) => candidate.id === edgeId)?.data?.edge
  if (edge?.isEditable) return () => perform({ kind: "disconnect", from: edge.from })
  return selection.length > 0 || cardIds.length > 0 ? () => removeSelected(store) : null
}

/** Letters that arrange; arrows move selected cards, with Shift by a hair. */
function arrangeAction(
  event: KeyboardEvent,
  arrange: Arrange,
  hasCards: boolean,
): (() => unknown) | null {
  const by = event.shiftKey ? 1 : 22
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-by, 0],
    ArrowRight: [by, 0],
    ArrowUp: [0, -by],
    ArrowDown: [0, by],
  }
  const move = moves[event.key]
  if (move && hasCards) return () => arrange.nudge(...move)
  if (event.shiftKey) return null
  switch (event.key) {
    case "s":
      return () => arrange.armLasso(true)
    case "n":
      return () => arrange.addNote("note")
    case "r":
      return () => arrange.addNote("region")
    case "t":
      return arrange.tidy
    case "c":
      return hasCards ? arrange.collapse : null
    default:
      return null
  }
}

/** Delete beside the canvas, on a tab or a button there, is not meant for a step. */
function isInPanel(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target !== document.body &&
    target.closest("[data-drop-canvas]") === null
  )
}
