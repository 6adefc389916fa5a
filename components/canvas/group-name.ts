"use client"

import { useTranslation } from "react-i18next"
import type { CanvasFlow, CanvasGroup, Outlet } from "#basic"
import { useWords } from "./use-words.ts"

/** What a card is called: its own title, or where it stands. */
export interface GroupName {
  readonly title: string
  readonly stand: "start" | "outlet" | "after"
  /** The outlet whose steps an inline group holds. */
  readonly caption: Pick<Outlet, "labelKey" | "text"> | null
}

export function nameOf(flow: CanvasFlow, group: CanvasGroup): GroupName {
  const { title, inline, isEntry } = group
  if (isEntry) return { title, stand: "start", caption: null }
  if (!inline) return { title, stand: "after", caption: null }
  const owner = findOwner(flow, inline.stepId)
  const outlet = owner?.outlets.find(({ key }) => key === inline.outlet)
  const caption = outlet ? { labelKey: outlet.labelKey, text: outlet.text } : null
  return { title, stand: "outlet", caption }
}

function findOwner(flow: CanvasFlow, stepId: string) {
  for (const group of flow.groups)
    for (const step of group.steps) if (step.covers.includes(stepId)) return step
  return null
}

/** Reads a card's name in the person's language. */
export function useGroupName(): (name: GroupName) => string {
  const { t } = useTranslation("canvas")
  const words = useWords()
  return ({ title, stand, caption }) => {
    if (title !== "") return title
    if (stand === "start") return t("start")
    if (!caption) return t("afterwards")
    return caption.labelKey ? words(caption.labelKey, { text: caption.text }) : caption.text
  }
}
