import { createStore, type StoreApi } from "zustand/vanilla"
import type { BuilderStore } from "../editor/builder-store.ts"

/** What is painted on a step or a way: a figure, and how it is meant. */
export interface StepPaint {
  readonly text: string
  /** Said by screen readers and shown on hover. */
  readonly title: string
  readonly tone: "taken" | "missed" | "lost"
}

/** What is laid over the drawing of one flow without being part of the program. */
export interface StepMarks {
  /** Steps at which the test chat stops. */
  readonly breakpoints: ReadonlySet<string>
  /** False where nothing can be stopped: in the picture of a conversation that was. */
  readonly hasBreakpoints: boolean
  /** By step id, and by `wayKey`. Null: nothing is painted. */
  readonly paint: ReadonlyMap<string, StepPaint> | null
}

/** The key of a way out of a step among the paint. */
export const wayKey = (stepId: string, outlet: string): string => `${stepId} ${outlet}`

const known = new WeakMap<BuilderStore, StoreApi<StepMarks>>()

/** The marks of a flow; the same for the same flow. */
export function marksOf(store: BuilderStore): StoreApi<StepMarks> {
  const found =
    known.get(store) ??
    createStore<StepMarks>()(() => ({
      breakpoints: new Set(),
      hasBreakpoints: true,
      paint: null,
    }))
  known.set(store, found)
  return found
}

/** Sets a breakpoint, or takes it away. */
export function toggleBreakpoint(store: BuilderStore, stepId: string) {
  const marks = marksOf(store)
  const next = new Set(marks.getState().breakpoints)
  if (!next.delete(stepId)) next.add(stepId)
  marks.setState({ breakpoints: next })
}
