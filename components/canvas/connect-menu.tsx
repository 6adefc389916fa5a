"use client"

import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { CanvasFlow, Port } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import { nameOf, useGroupName } from "./group-name.ts"
import { type PickItem, PickMenu } from "./pick-menu.tsx"
import { fits } from "./use-palette.ts"
import { useWords } from "./use-words.ts"

interface ConnectMenuProps {
  readonly store: BuilderStore
  readonly flow: CanvasFlow
  readonly from: Port
  /** Units: CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly onNew: () => void
  readonly onEnd: () => void
  readonly onClose: () => void
}

/** Connecting without dragging: where the way from this outlet should lead. */
export function ConnectMenu({ store, flow, from, at, onNew, onEnd, onClose }: ConnectMenuProps) {
  const { t } = useTranslation("canvas")
  const perform = useStore(store, (state) => state.perform)
  const edge = flow.edges.find(
    (candidate) =>
      candidate.from.groupId === from.groupId &&
      candidate.from.stepId === from.stepId &&
      candidate.from.outlet === from.outlet,
  )
  const groups = useGroupItems(flow, edge?.to ?? null)
  const acts: readonly PickItem[] = [
    { id: "new", title: t("connect.new"), icon: "plus", isApart: true },
    { id: "end", title: t("connect.end"), icon: "stop" },
    ...(edge?.isEditable ? [{ id: "cut", title: t("connect.cut"), icon: "x" }] : []),
  ]
  const choose = ({ id }: PickItem) => {
    onClose()
    if (id === "new") return onNew()
    if (id === "end") return onEnd()
    if (id === "cut") return perform({ kind: "disconnect", from })
    return perform({ kind: "connect", from, toGroupId: id.slice("to ".length) })
  }
  return (
    <PickMenu
      at={at}
      label={t("connect.title")}
      searchLabel={t("connect.search")}
      nothingFits={t("connect.none")}
      listItems={(query) => [...groups, ...acts].filter((item) => fits(query, item.title))}
      onChoose={choose}
      onClose={onClose}
    />
  )
}

/** The cards one can connect to; bodies of branches are reached by their branch alone. */
function useGroupItems(flow: CanvasFlow, currentId: string | null): readonly PickItem[] {
  const { t } = useTranslation("canvas")
  const words = useWords()
  const groupName = useGroupName()
  return flow.groups
    .filter((group) => group.inline === null || group.label !== null)
    .map((group) => {
      const [step] = group.steps
      const first = step ? words(step.titleKey, step.values) : ""
      return {
        id: `to ${group.id}`,
        title: t("connect.to", { title: groupName(nameOf(flow, group)) }),
        icon: group.id === currentId ? "check" : "arrow-right",
        ...(first === "" ? {} : { note: first }),
      }
    })
}
