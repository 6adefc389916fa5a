"use client"

import type { KeyboardEvent } from "react"
import type { CanvasGroup, CanvasStep } from "#basic"
import { useCanvasActions } from "./canvas-actions.tsx"

const stepQuery = "[data-drop-canvas] [data-step]"
const cardQuery = "[data-drop-canvas] [data-drop-group]"

/**
 * The keys of a step: arrows go to the next one up or down and to the card beside, with Alt they move the step
 * itself, Enter opens its settings, and F2 changes its words where they stand.
 */
export function useStepKeys(step: CanvasStep, groupId: string, edit: () => void) {
  const { store, isReadOnly } = useCanvasActions()
  const shift = (by: -1 | 1) => {
    const { document, perform } = store.getState()
    const groups = document.flows.flatMap((flow) => flow.groups)
    const place = placeAfterShift(groups, groupId, step.id, by)
    if (place && perform({ kind: "moveStep", stepId: step.id, ...place })) focusStep(step.id)
  }
  return (event: KeyboardEvent<HTMLButtonElement>) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null
    const across = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : null
    if (event.key === "Enter" && !event.shiftKey) {
      store.getState().selectSteps([step.id])
      focusFirstField(step.id, event.currentTarget)
    } else if (event.key === "F2") edit()
    else if (by && event.altKey && !isReadOnly) shift(by)
    else if (by) focusBeside(event.currentTarget, by)
    else if (across) focusAcross(event.currentTarget, across)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Where a step goes when it moves one place; null at the ends of its card. */
export function placeAfterShift(
  groups: readonly CanvasGroup[],
  groupId: string,
  stepId: string,
  by: -1 | 1,
): { groupId: string; index: number } | null {
  const steps = groups.find((group) => group.id === groupId)?.steps ?? []
  const at = steps.findIndex(({ id }) => id === stepId)
  const to = at + by
  if (at < 0 || to < 0 || to >= steps.length) return null
  // Places are counted with the step still where it is.
  return { groupId, index: by > 0 ? to + 1 : to }
}

/** Gives a step the focus once it stands where it now belongs. */
export function focusStep(stepId: string) {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-drop-canvas] [data-step="${CSS.escape(stepId)}"]`)
      ?.focus(),
  )
}

/**
 * Goes from the canvas to the settings of a step: the first field there. What shows them may have to be fetched
 * first; whoever went elsewhere meanwhile stays there.
 */
function focusFirstField(stepId: string, from: HTMLElement) {
  const settings = `[data-settings="${CSS.escape(stepId)}"]`
  const look = () => {
    if (document.activeElement !== from && from.isConnected) return
    const field = document.querySelector<HTMLElement>(
      `${settings} :is(input, textarea, select, button):not(:disabled)`,
    )
    if (field === null && from.isConnected) requestAnimationFrame(look)
    else field?.focus()
  }
  requestAnimationFrame(look)
}

function focusBeside(from: HTMLElement, by: -1 | 1) {
  const all = [...document.querySelectorAll<HTMLElement>(stepQuery)]
  all[all.indexOf(from) + by]?.focus()
}

/** Goes to the nearest card to the left or right, and there to the step at about the same height. */
function focusAcross(from: HTMLElement, by: -1 | 1) {
  const own = from.closest(cardQuery)
  const here = own?.getBoundingClientRect()
  if (!here) return
  const middle = from.getBoundingClientRect().top
  const beside = [...document.querySelectorAll<HTMLElement>(cardQuery)]
    .map((card) => ({ card, box: card.getBoundingClientRect() }))
    .filter(({ box }) => (by > 0 ? box.left > here.right - 8 : box.right < here.left + 8))
    .sort((a, b) => distance(a.box, here, middle) - distance(b.box, here, middle))
  for (const { card } of beside) {
    const steps = [...card.querySelectorAll<HTMLElement>("[data-step]")]
    const nearest = steps.sort(
      (a, b) =>
        Math.abs(a.getBoundingClientRect().top - middle) -
        Math.abs(b.getBoundingClientRect().top - middle),
    )[0]
    if (nearest) return nearest.focus()
  }
}

function distance(box: DOMRect, here: DOMRect, middle: number): number {
  const off = middle < box.top ? box.top - middle : middle > box.bottom ? middle - box.bottom : 0
  return Math.abs(box.left - here.left) + off * 2
}
