"use client"

import { useReactFlow } from "@xyflow/react"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Port } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import { type DropPlace, followPointer } from "./step-drag.ts"
import type { PaletteItem } from "./use-palette.ts"

interface Point {
  readonly x: number
  readonly y: number
}

interface Asked {
  readonly from: Port | null
  readonly pointer: Point
}

/** What becomes of a drop: a new step, a moved one, or a question which step is meant. */
export function useCanvasDrops(store: BuilderStore) {
  const { screenToFlowPosition } = useReactFlow()
  const { t } = useTranslation("canvas")
  const [asked, setAsked] = useState<Asked | null>(null)
  const gestures = useMemo(() => {
    /** Rounds to whole pixels, a little up and left, so that the card's title lies under the pointer. */
    const toCanvas = (pointer: Point) => {
      const { x, y } = screenToFlowPosition(pointer)
      return { x: Math.round(x - 24), y: Math.round(y - 18) }
    }
    return makeGestures(store, toCanvas, () => t("newGroup"))
  }, [store, screenToFlowPosition, t])
  return {
    ...gestures,
    asked,
    askAt: (from: Port | null, pointer: Point) => setAsked({ from, pointer }),
    askAtPointer: () =>
      setAsked({ from: null, pointer: { x: innerWidth / 2 - 140, y: innerHeight / 2 - 160 } }),
    answer(item: PaletteItem) {
      if (asked?.from) gestures.addGroup(item, asked.pointer, asked.from)
      else gestures.addHere(item)
      setAsked(null)
    },
    dismiss: () => setAsked(null),
  }
}

function makeGestures(
  store: BuilderStore,
  toCanvas: (pointer: Point) => Point,
  newTitle: () => string,
) {
  const { perform } = store.getState()
  const addGroup = (item: PaletteItem, pointer: Point, from: Port | null) =>
    perform({
      kind: "addGroup",
      flowId: store.getState().flowId,
      at: toCanvas(pointer),
      title: item.title,
      statement: item.statement,
      from,
    })
  const addStep = (item: PaletteItem, place: { groupId: string; index: number } | null) =>
    place && perform({ kind: "addStep", ...place, statement: item.statement })
  return {
    addGroup,
    dropNew(item: PaletteItem, place: DropPlace, pointer: Point) {
      if (place.kind === "canvas") addGroup(item, pointer, null)
      else addStep(item, { groupId: place.groupId, index: place.index })
    },
    /** After the selected step, or at the end of the selected or first group. */
    addHere: (item: PaletteItem) => addStep(item, findPlaceToAdd(store)),
    dragStep(event: React.PointerEvent, stepId: string, title: string) {
      followPointer(event, { kind: "step", stepId, title }, (place, pointer) => {
        if (place.kind === "group")
          perform({ kind: "moveStep", stepId, groupId: place.groupId, index: place.index })
        else perform({ kind: "extractStep", stepId, at: toCanvas(pointer), title: newTitle() })
      })
    },
  }
}

function findPlaceToAdd(store: BuilderStore): { groupId: string; index: number } | null {
  const { document, flowId, selection, groupId } = store.getState()
  const groups = document.flows.find((flow) => flow.id === flowId)?.groups ?? []
  const last = selection.at(-1)
  for (const group of groups) {
    const index = group.steps.findIndex((step) => step.id === last)
    if (index >= 0) return { groupId: group.id, index: index + 1 }
  }
  const group = groups.find((candidate) => candidate.id === groupId) ?? groups[0]
  return group ? { groupId: group.id, index: group.steps.length } : null
}
