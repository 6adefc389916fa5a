"use client"

import { useReactFlow } from "@xyflow/react"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Port } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import type { CanvasNode } from "./canvas-nodes.ts"
import { findFreePlace } from "./free-place.ts"
import { type DropPlace, followPointer } from "./step-drag.ts"
import type { PaletteItem } from "./use-palette.ts"
import { boxOf } from "./way-boxes.tsx"
import type { Point } from "./way-route.ts"

/** A menu that is open: the steps to choose from, where a way should lead, or what can be done with a step. */
export interface Asked {
  readonly kind: "step" | "target" | "about"
  readonly from: Port | null
  /** The step whose menu it is. */
  readonly stepId?: string
  /** Units: CSS pixels of the window. */
  readonly pointer: Point
  /** The new card goes beside the one the way leaves, not under the pointer. */
  readonly isBeside?: boolean
}

/** Finds room for a new card. Units: canvas pixels at 100 % zoom. */
interface Room {
  at(pointer: Point): Point
  beside(groupId: string): Point
  inView(): Point
}

/** What becomes of a drop: a new step, a moved one, or a question which step is meant. */
export function useCanvasDrops(store: BuilderStore) {
  const { t } = useTranslation("canvas")
  const room = useRoom()
  const [asked, setAsked] = useState<Asked | null>(null)
  const gestures = useMemo(() => makeGestures(store, room, () => t("newGroup")), [store, room, t])
  const questions = useMemo(
    () => ({
      askAt: (from: Port | null, pointer: Point) => setAsked({ kind: "step", from, pointer }),
      askWhereTo: (from: Port, pointer: Point) => setAsked({ kind: "target", from, pointer }),
      askAbout: (stepId: string, pointer: Point) =>
        setAsked({ kind: "about", from: null, stepId, pointer }),
      askForStep: () => {
        const pointer = { x: innerWidth / 2 - 140, y: innerHeight / 2 - 160 }
        setAsked({ kind: "step", from: null, pointer })
      },
      askForNew: (from: Port, pointer: Point) =>
        setAsked({ kind: "step", from, pointer, isBeside: true }),
      dismiss: () => setAsked(null),
    }),
    [],
  )
  const answer = (item: PaletteItem) => {
    setAsked(null)
    if (!asked?.from) return gestures.addHere(item)
    const at = asked.isBeside ? room.beside(asked.from.groupId) : room.at(asked.pointer)
    return gestures.addGroup(item, at, asked.from)
  }
  return { ...gestures, ...questions, asked, answer, findRoom: room.inView }
}

function useRoom(): Room {
  const { screenToFlowPosition, getNodes } = useReactFlow<CanvasNode>()
  return useMemo(() => {
    const boxes = () => getNodes().map(boxOf)
    const round = ({ x, y }: Point) => ({ x: Math.round(x), y: Math.round(y) })
    return {
      /** A little up and left, so that the card's title lies under the pointer. */
      at(pointer: Point) {
        const { x, y } = screenToFlowPosition(pointer)
        return round(findFreePlace({ x: x - 24, y: y - 18 }, boxes()))
      },
      /** In the middle of what is seen. */
      inView() {
        const box = document.querySelector("[data-drop-canvas]")?.getBoundingClientRect()
        const middle = { x: innerWidth / 2, y: innerHeight / 2 }
        const seen = box ? { x: box.left + box.width / 2, y: box.top + box.height / 3 } : middle
        const { x, y } = screenToFlowPosition(seen)
        return round(findFreePlace({ x: x - 150, y }, boxes()))
      },
      beside(groupId: string) {
        const all = boxes()
        const own = all.find(({ id }) => id === groupId)
        const wanted = own ? { x: own.x + own.width + 100, y: own.y } : { x: 0, y: 0 }
        return round(findFreePlace(wanted, all))
      },
    }
  }, [screenToFlowPosition, getNodes])
}

function makeGestures(store: BuilderStore, room: Room, newTitle: () => string) {
  const { perform } = store.getState()
  const addGroup = (
    item: Pick<PaletteItem, "title" | "statement">,
    at: Point,
    from: Port | null,
  ) => {
    const { flowId } = store.getState()
    const { title, statement } = item
    return perform({ kind: "addGroup", flowId, at, title, statement, from })
  }
  const addStep = (item: PaletteItem, place: { groupId: string; index: number } | null) =>
    place && perform({ kind: "addStep", ...place, statement: item.statement })
  return {
    addGroup,
    dropNew(item: PaletteItem, place: DropPlace, pointer: Point) {
      if (place.kind === "canvas") addGroup(item, room.at(pointer), null)
      else addStep(item, { groupId: place.groupId, index: place.index })
    },
    /** After the selected step, or at the end of the selected or first group. */
    addHere: (item: PaletteItem) => addStep(item, findPlaceToAdd(store)),
    /** The conversation ends at this outlet: a card's own end needs no card for it. */
    endAt(from: Port, title: string) {
      const group = store
        .getState()
        .document.flows.flatMap((flow) => flow.groups)
        .find(({ id }) => id === from.groupId)
      if (from.stepId !== null || !group)
        return addGroup({ title, statement: "EXIT" }, room.beside(from.groupId), from)
      if (group.exit === "next" || group.exit === "goto")
        return perform({ kind: "disconnect", from })
      if (group.exit === "end") return true
      return perform({
        kind: "addStep",
        groupId: group.id,
        index: group.steps.length,
        statement: "EXIT",
      })
    },
    dragStep(event: React.PointerEvent, stepId: string, title: string) {
      followPointer(event, { kind: "step", stepId, title }, (place, pointer) => {
        if (place.kind === "group")
          perform({ kind: "moveStep", stepId, groupId: place.groupId, index: place.index })
        else perform({ kind: "extractStep", stepId, at: room.at(pointer), title: newTitle() })
      })
    },
  }
}

function findPlaceToAdd(store: BuilderStore): { groupId: string; index: number } | null {
  const { document, flowId, selection, cardIds } = store.getState()
  const groups = document.flows.find((flow) => flow.id === flowId)?.groups ?? []
  const last = selection.at(-1)
  for (const group of groups) {
    const index = group.steps.findIndex((step) => step.id === last)
    if (index >= 0) return { groupId: group.id, index: index + 1 }
  }
  const group = groups.find(({ id }) => id === cardIds.at(-1)) ?? groups[0]
  return group ? { groupId: group.id, index: group.steps.length } : null
}
