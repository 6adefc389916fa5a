"use client"

import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { nameOf, useGroupName } from "../../../canvas/group-name.ts"
import { useWords } from "../../../canvas/use-words.ts"
import { type BuilderStore, findStep } from "../../builder-store.ts"
import { usePeopleStore } from "../together-links.tsx"

/** What a new comment is about: the selected step or card, or the middle of what is seen of the canvas. */
export function useTarget(store: BuilderStore) {
  const { t } = useTranslation("together")
  const say = useSayAnchor(store)
  const people = usePeopleStore(store)
  const anchor = useStore(store, (state) => state.selection[0] ?? state.cardIds[0] ?? null)
  const anchorText = useStore(store, () => (anchor === null ? "" : (say(anchor) ?? "")))
  const isStep = useStore(store, (state) => state.selection.length > 0)
  const label =
    anchor === null
      ? t("comments.onPlace")
      : t(isStep ? "comments.onStep" : "comments.onCard", { text: anchorText })
  return {
    label,
    target: () => {
      const { x, y } = people.presence()?.view ?? { x: 0, y: 0 }
      const { flowId: flow } = store.getState()
      return { flow, anchor, anchorText: anchorText.slice(0, 300), x, y }
    },
  }
}

/** Says a step or a card of the open text in plain words; null for one that is not there. */
export function useSayAnchor(store: BuilderStore) {
  const words = useWords()
  const nameGroup = useGroupName()
  return (id: string): string | null => {
    const { document } = store.getState()
    const step = findStep(document, id)
    if (step) return words(step.titleKey, step.values)
    for (const flow of document.flows)
      for (const group of flow.groups) if (group.id === id) return nameGroup(nameOf(flow, group))
    const note = document.layout.notes?.find((one) => one.id === id)
    return note ? note.text.slice(0, 80) : null
  }
}
