import type { BuilderStore } from "../editor/builder-store.ts"

/** Switches the selected steps, or all steps of the selected cards, off; on again when all of them are off. */
export function switchSelected(store: BuilderStore): boolean {
  const { document, selection, cardIds, perform } = store.getState()
  const groups = document.flows.flatMap((flow) => flow.groups)
  const steps = groups.flatMap((group) =>
    group.steps.filter(({ id }) => selection.includes(id) || cardIds.includes(group.id)),
  )
  if (steps.length === 0) return false
  const isOff = steps.some((step) => step.isOff !== true)
  return perform({ kind: "switchSteps", stepIds: steps.map(({ id }) => id), isOff })
}
