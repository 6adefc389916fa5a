"use client"

import { useReactFlow } from "@xyflow/react"
import { useMemo, useState } from "react"
import type { CanvasFlow, Note } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import type { CanvasNode } from "./canvas-nodes.ts"
import { toggleCollapsed } from "./selection-tools.tsx"
import { useFit } from "./use-fit.ts"
import { boxOf } from "./way-boxes.tsx"

/** What changes the picture of a flow, or where one looks, and not the program. */
export interface Arrange {
  readonly isFinding: boolean
  readonly isTidying: boolean
  /** The next drag on empty canvas draws a rectangle. */
  readonly isLassoArmed: boolean
  find(isWanted: boolean): void
  armLasso(isArmed: boolean): void
  tidy(): void
  addNote(kind: Note["kind"]): void
  selectAll(): void
  zoomToSelection(): void
  collapse(): void
  /** Units: canvas pixels. */
  nudge(dx: number, dy: number): void
}

type Room = () => { readonly x: number; readonly y: number }

export function useArrange(store: BuilderStore, flow: CanvasFlow, findRoom: Room): Arrange {
  const { getNodes } = useReactFlow<CanvasNode>()
  const fitAll = useFit()
  const [isFinding, find] = useState(false)
  const [isTidying, setTidying] = useState(false)
  const [isLassoArmed, armLasso] = useState(false)
  const acts = useMemo(
    () => ({
      ...makeCardActs(store, flow, () => getNodes().map(boxOf)),
      addNote: (kind: Note["kind"]) => addNote(store, flow.id, kind, findRoom()),
      zoomToSelection() {
        const ids = listSelected(store, flow)
        fitAll({ padding: 0.2, maxZoom: 1.2, duration: 180, ...(ids.length > 0 && { ids }) })
      },
      tidy() {
        setTidying(true)
        void tidy(store, flow, getNodes).finally(() => {
          setTidying(false)
          requestAnimationFrame(() => fitAll({ duration: 180 }))
        })
      },
    }),
    [store, flow, findRoom, getNodes, fitAll],
  )
  return { isFinding, isTidying, isLassoArmed, find, armLasso, ...acts }
}

function makeCardActs(
  store: BuilderStore,
  flow: CanvasFlow,
  boxes: () => ReturnType<typeof boxOf>[],
) {
  return {
    selectAll: () =>
      store.getState().selectCards([...flow.groups, ...flow.notes].map(({ id }) => id)),
    collapse() {
      const { cardIds } = store.getState()
      const groups = flow.groups.filter(({ id }) => cardIds.includes(id))
      if (groups.length > 0) toggleCollapsed(store, groups)
    },
    nudge(dx: number, dy: number) {
      const { cardIds, perform } = store.getState()
      const moved = boxes().filter(({ id }) => cardIds.includes(id))
      const moves = Object.fromEntries(moved.map(({ id, x, y }) => [id, { x: x + dx, y: y + dy }]))
      if (moved.length > 0) perform({ kind: "moveGroups", moves })
    },
  }
}

async function tidy(store: BuilderStore, flow: CanvasFlow, getNodes: () => CanvasNode[]) {
  const { tidyUp } = await import("./tidy-up.ts")
  const cards = getNodes().filter(({ type }) => type === "card")
  const moves = await tidyUp(flow, cards.map(boxOf))
  // Somebody may have gone on while the picture was worked out: what is gone stays gone.
  const left = new Set(
    store.getState().document.flows.flatMap(({ groups }) => groups.map(({ id }) => id)),
  )
  const kept = Object.fromEntries(Object.entries(moves).filter(([id]) => left.has(id)))
  store.getState().perform({ kind: "moveGroups", moves: kept })
}

const sizes = { note: { width: 220, height: 130 }, region: { width: 720, height: 460 } } as const

function addNote(
  store: BuilderStore,
  flowId: string,
  kind: Note["kind"],
  at: { readonly x: number; readonly y: number },
) {
  const { document, perform, selectCards } = store.getState()
  const numbers = (document.layout.notes ?? []).map(({ id }) => Number(id.replace(/\D/g, "")))
  const id = `note${Math.max(0, ...numbers) + 1}`
  const color = kind === "note" ? "yellow" : "grey"
  perform({ kind: "putNote", note: { id, flowId, kind, ...at, ...sizes[kind], text: "", color } })
  selectCards([id])
}

/** The selected cards, or those of the selected steps. */
function listSelected(store: BuilderStore, flow: CanvasFlow): string[] {
  const { cardIds, selection } = store.getState()
  if (cardIds.length > 0) return [...cardIds]
  return flow.groups
    .filter(({ steps }) => steps.some(({ id }) => selection.includes(id)))
    .map(({ id }) => id)
}
