"use client"

import { useMemo } from "react"
import { useStore } from "zustand"
import type { CanvasGroup, FlowDocument } from "#basic"
import { untyped } from "../editor/use-calm-document.ts"
import { useCanvasActions } from "./canvas-actions.tsx"
import { hasSameWays, isSameGroup } from "./same-card.ts"

/**
 * A card with the words that its steps have now. They come straight from the document, so that a key in the source
 * draws one card and nothing else; a card whose steps or ways out are others comes with its node.
 */
export function useTypedCard(card: CanvasGroup): CanvasGroup {
  const { store } = useCanvasActions()
  const select = useMemo(() => keepSame(card), [card])
  return useStore(store, ({ document }) => select(document))
}

/** Picks the card as it is now out of a document; the same one for as long as it looks the same. */
export function keepSame(card: CanvasGroup) {
  let last = card
  return (document: FlowDocument): CanvasGroup => {
    const now = cardOf(document, card.id)
    const next = now && hasSameWays(now, card) ? now : card
    if (!isSameGroup(last, next)) last = next
    return last
  }
}

const known = new WeakMap<FlowDocument, ReadonlyMap<string, CanvasGroup>>()

function cardOf(document: FlowDocument, id: string): CanvasGroup | undefined {
  if (document.typed?.group.id === id) return document.typed.group
  const base = untyped(document)
  let cards = known.get(base)
  if (cards === undefined) {
    cards = new Map(base.flows.flatMap(({ groups }) => groups).map((group) => [group.id, group]))
    known.set(base, cards)
  }
  return cards.get(id)
}
