"use client"

import { useReactFlow } from "@xyflow/react"
import { useEffect } from "react"
import type { BuilderStore } from "../editor/builder-store.ts"
import type { WayEdge } from "./canvas-nodes.ts"

interface CanvasKeys {
  readonly edges: readonly WayEdge[]
  readonly edgeId: string | null
  readonly isReadOnly: boolean
  readonly onAsk: () => void
}

/** The way that has the focus of the keyboard, if one has. */
function focusedEdge(): string | null {
  const edge = document.activeElement?.closest(".react-flow__edge")
  return edge?.getAttribute("data-id") ?? null
}

/** Keys are the canvas's when nobody is typing and no dialog or menu is open. */
function isForCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement || target instanceof SVGElement)) return true
  const isTyping =
    (target instanceof HTMLElement && target.isContentEditable) ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
  return !isTyping && target.closest("[role=dialog], [role=menu]") === null
}

/** The canvas's keys: Delete, Mod+D, `/`, Escape, and +, -, 0 and 1 for the view. */
export function useCanvasKeys(store: BuilderStore, keys: CanvasKeys) {
  const { zoomIn, zoomOut, fitView, zoomTo } = useReactFlow()
  useEffect(() => {
    const view: Readonly<Record<string, () => unknown>> = {
      "+": () => zoomIn(),
      "=": () => zoomIn(),
      "-": () => zoomOut(),
      "0": () => fitView({ padding: 0.12, maxZoom: 1 }),
      "1": () => zoomTo(1),
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
  }, [store, keys, zoomIn, zoomOut, fitView, zoomTo])
}

function modAction(
  event: KeyboardEvent,
  store: BuilderStore,
  { isReadOnly }: CanvasKeys,
): (() => unknown) | null {
  const { perform, selection } = store.getState()
  const stepId = selection.at(-1)
  if (isReadOnly || event.key.toLowerCase() !== "d" || !stepId) return null
  return () => perform({ kind: "duplicateStep", stepId })
}

function plainAction(
  event: KeyboardEvent,
  store: BuilderStore,
  keys: CanvasKeys,
): (() => unknown) | null {
  const { perform, selection, groupId, selectSteps, selectGroup } = store.getState()
  if (event.key === "Escape" && (selection.length > 0 || groupId))
    return () => {
      selectSteps([])
      selectGroup(null)
    }
  if (keys.isReadOnly) return null
  if (event.key === "/") return keys.onAsk
  if (event.key !== "Delete" && event.key !== "Backspace") return null
  if (isInPanel(event.target)) return null
  const edgeId = focusedEdge() ?? keys.edgeId
  const edge = keys.edges.find((candidate) => candidate.id === edgeId)?.data?.edge
  if (edge?.isEditable) return () => perform({ kind: "disconnect", from: edge.from })
  if (selection.length > 0) return () => perform({ kind: "removeSteps", stepIds: selection })
  return groupId ? () => perform({ kind: "removeGroup", groupId }) : null
}

/** Delete beside the canvas, on a tab or a button there, is not meant for a step. */
function isInPanel(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target !== document.body &&
    target.closest("[data-drop-canvas]") === null
  )
}
