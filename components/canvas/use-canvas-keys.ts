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

/** Is the person typing somewhere? Then no key is ours. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** The canvas's keys: Delete, Mod+D, Mod+Z, `/`, and +, -, 0 and 1 for the view. */
export function useCanvasKeys(store: BuilderStore, keys: CanvasKeys) {
  const { zoomIn, zoomOut, fitView, zoomTo } = useReactFlow()
  useEffect(() => {
    const view: Readonly<Record<string, () => unknown>> = {
      "+": () => zoomIn(),
      "=": () => zoomIn(),
      "-": () => zoomOut(),
      "0": () => fitView({ padding: 0.18, maxZoom: 1 }),
      "1": () => zoomTo(1),
    }
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.defaultPrevented) return
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
  const { undo, redo, perform, selection } = store.getState()
  const key = event.key.toLowerCase()
  if (isReadOnly) return null
  if (key === "z") return event.shiftKey ? redo : undo
  if (key === "y") return redo
  const stepId = selection.at(-1)
  if (key === "d" && stepId) return () => perform({ kind: "duplicateStep", stepId })
  return null
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
  const edge = keys.edges.find((candidate) => candidate.id === keys.edgeId)?.data?.edge
  if (edge?.isEditable) return () => perform({ kind: "disconnect", from: edge.from })
  if (selection.length > 0) return () => perform({ kind: "removeSteps", stepIds: selection })
  return groupId ? () => perform({ kind: "removeGroup", groupId }) : null
}
