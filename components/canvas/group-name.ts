"use client"

import { useTranslation } from "react-i18next"
import type { CanvasFlow, CanvasGroup, CanvasStep, Outlet } from "#basic"
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

const owners = new WeakMap<CanvasFlow, ReadonlyMap<string, CanvasStep>>()

function findOwner(flow: CanvasFlow, stepId: string): CanvasStep | undefined {
  let found = owners.get(flow)
  if (found === undefined) {
    const steps = flow.groups.flatMap((group) => group.steps)
    found = new Map(steps.flatMap((step) => step.covers.map((id) => [id, step] as const)))
    owners.set(flow, found)
  }
  return found.get(stepId)
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
