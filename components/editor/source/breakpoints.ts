import { type Extension, StateEffect } from "@codemirror/state"
import { type EditorView, GutterMarker, gutter, ViewPlugin } from "@codemirror/view"
import { marksOf, toggleBreakpoint } from "../../canvas/step-marks.ts"
import type { BuilderStore } from "../builder-store.ts"

const marksChanged = StateEffect.define<null>()

class BreakpointDot extends GutterMarker {
  override toDOM() {
    const dot = document.createElement("span")
    dot.className = "bw-breakpoint"
    return dot
  }
}
const dot = new BreakpointDot()

/** The edge of the text: pressed beside a line, the test chat stops before the step that begins there. */
export function sourceBreakpoints(store: BuilderStore): Extension {
  const marks = marksOf(store)
  return [
    gutter({
      class: "bw-breakpoints",
      lineMarker: (_view, { from, to }) => {
        const { breakpoints } = marks.getState()
        if (breakpoints.size === 0) return null
        return listStepsIn(store, from, to).some((id) => breakpoints.has(id)) ? dot : null
      },
      lineMarkerChange: ({ transactions }) =>
        transactions.some(({ effects }) => effects.some((effect) => effect.is(marksChanged))),
      initialSpacer: () => dot,
      domEventHandlers: {
        mousedown: (_view, { from, to }) => {
          const [stepId] = listStepsIn(store, from, to)
          if (stepId !== undefined) toggleBreakpoint(store, stepId)
          return stepId !== undefined
        },
      },
    }),
    ViewPlugin.define((view: EditorView) => {
      const stop = marks.subscribe((now, before) => {
        if (now.breakpoints !== before.breakpoints)
          view.dispatch({ effects: marksChanged.of(null) })
      })
      return { destroy: stop }
    }),
  ]
}

/** The steps that begin between two places of the text. */
function listStepsIn(store: BuilderStore, from: number, to: number): string[] {
  return store
    .getState()
    .document.flows.flatMap(({ groups }) => groups.flatMap(({ steps }) => steps))
    .filter(({ span }) => span.start >= from && span.start <= to)
    .map(({ id }) => id)
}
