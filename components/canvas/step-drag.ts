import { createStore } from "zustand/vanilla"

/** What is being dragged: a new step from the palette, or a step that stands in a group. */
export type DragLoad =
  | { readonly kind: "new"; readonly statement: string; readonly title: string }
  | { readonly kind: "step"; readonly stepId: string; readonly title: string }

/** Where it would land: a place in a group, or empty canvas. */
export type DropPlace =
  | { readonly kind: "group"; readonly groupId: string; readonly index: number }
  | { readonly kind: "canvas" }

export interface StepDrag {
  readonly load: DragLoad | null
  /** Units: CSS pixels of the window. */
  readonly pointer: { readonly x: number; readonly y: number }
  readonly place: DropPlace | null
}

const idle: StepDrag = { load: null, pointer: { x: 0, y: 0 }, place: null }
/** The one drag of the page: palette and canvas are apart in the tree but share it. */
export const stepDrag = createStore<StepDrag>()(() => idle)

const startDistance = 5

/**
 * Follows a pressed pointer until it is released; a press without a movement stays a click.
 * Pointer events rather than the browser's own dragging: they work with touch and show where it will land.
 */
export function followPointer(
  event: { clientX: number; clientY: number; button: number; pointerId: number },
  load: DragLoad,
  onDrop: (place: DropPlace, pointer: { x: number; y: number }) => void,
) {
  if (event.button !== 0) return
  const from = { x: event.clientX, y: event.clientY }
  let hasStarted = false
  const move = (next: PointerEvent) => {
    if (next.pointerId !== event.pointerId) return
    const pointer = { x: next.clientX, y: next.clientY }
    hasStarted ||= Math.hypot(pointer.x - from.x, pointer.y - from.y) > startDistance
    if (!hasStarted) return
    next.preventDefault()
    document.body.classList.add("bw-dragging")
    stepDrag.setState({ load, pointer, place: findPlace(pointer) })
  }
  const stop = () => {
    removeEventListener("pointermove", move)
    removeEventListener("pointerup", drop)
    removeEventListener("pointercancel", leave)
    removeEventListener("keydown", cancel, true)
    document.body.classList.remove("bw-dragging")
    stepDrag.setState(idle)
    if (hasStarted) addEventListener("click", swallow, { capture: true, once: true })
    setTimeout(() => removeEventListener("click", swallow, { capture: true }))
  }
  const drop = (next: PointerEvent) => {
    // Another finger's release ends nothing.
    if (next.pointerId !== event.pointerId) return
    const { place, pointer } = stepDrag.getState()
    stop()
    if (hasStarted && place) onDrop(place, pointer)
  }
  const leave = (next: PointerEvent) => {
    if (next.pointerId === event.pointerId) stop()
  }
  const cancel = (key: KeyboardEvent) => {
    if (key.key !== "Escape") return
    key.preventDefault()
    key.stopPropagation()
    stop()
  }
  addEventListener("pointermove", move, { passive: false })
  addEventListener("pointerup", drop)
  addEventListener("pointercancel", leave)
  addEventListener("keydown", cancel, true)
}

/** The click that ends a drag is no click. */
function swallow(event: Event) {
  event.stopPropagation()
  event.preventDefault()
}

/** Finds what lies under the pointer: a group (and between which of its steps), or the canvas itself. */
export function findPlace(pointer: { x: number; y: number }): DropPlace | null {
  const under = document.elementFromPoint(pointer.x, pointer.y)
  const group = under?.closest<HTMLElement>("[data-drop-group]")
  if (group) {
    const boxes = [...group.querySelectorAll("[data-drop-step]")].map((step) =>
      step.getBoundingClientRect(),
    )
    const index = findIndex(boxes, pointer.y)
    return { kind: "group", groupId: group.dataset.dropGroup ?? "", index }
  }
  return under?.closest("[data-drop-canvas]") ? { kind: "canvas" } : null
}

/** Between which of the steps a height lies: before the first whose middle is below it. */
export function findIndex(
  steps: readonly { readonly top: number; readonly height: number }[],
  y: number,
): number {
  const index = steps.findIndex(({ top, height }) => y < top + height / 2)
  return index < 0 ? steps.length : index
}
