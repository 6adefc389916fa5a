import { forEachDiagnostic } from "@codemirror/lint"
import { type EditorState, type Extension, RangeSet, StateField } from "@codemirror/state"
import { type EditorView, GutterMarker, gutter, keymap } from "@codemirror/view"
import { codeActionsAt } from "#basic/services/code-actions.ts"
import { draw } from "./draw-doc.ts"
import { modelOf } from "./model-field.ts"
import { closePanel, listPanel, openPanel } from "./panels.ts"
import type { SourceWords } from "./source-words.ts"

class Bulb extends GutterMarker {
  private readonly label: string
  constructor(label: string) {
    super()
    this.label = label
  }
  override toDOM(): HTMLElement {
    const bulb = draw("span", "bw-bulb", drawBulb())
    bulb.title = this.label
    return bulb
  }
  override eq(other: GutterMarker): boolean {
    return other instanceof Bulb && other.label === this.label
  }
}

const svg = "http://www.w3.org/2000/svg"

/** Drawn, because not every machine has a font with the sign. */
function drawBulb(): SVGSVGElement {
  const picture = document.createElementNS(svg, "svg")
  picture.setAttribute("viewBox", "0 0 24 24")
  picture.setAttribute("width", "14")
  picture.setAttribute("height", "14")
  const path = document.createElementNS(svg, "path")
  path.setAttribute(
    "d",
    "M9 16a5 5 0 1 1 6 0a3.5 3.5 0 0 0 -1 3a2 2 0 0 1 -4 0a3.5 3.5 0 0 0 -1 -3M9.7 17h4.6",
  )
  picture.append(path)
  return picture
}

/** Shows the repairs of the cursor's line to choose from. */
function showRepairs(view: EditorView, words: SourceWords): boolean {
  const line = view.state.doc.lineAt(view.state.selection.main.head)
  const found = codeActionsAt(modelOf(view.state), { start: line.from, end: line.to })
  const choices = found.map(({ diagnostic, edits, count }) => {
    const title = words.finding(diagnostic).fix ?? ""
    return {
      label: count > 1 ? words.say("fixAll", { title, count }) : title,
      choose: () => {
        closePanel(view)
        view.dispatch({
          changes: edits.map(({ span, text }) => ({
            from: span.start,
            to: span.end,
            insert: text,
          })),
          userEvent: "fix",
        })
      },
    }
  })
  openPanel(view, listPanel(words.say(found.length > 0 ? "fixes" : "noFixes"), choices))
  return true
}

/** A light bulb beside the cursor's line when a finding on it can be repaired; a click or Ctrl-. shows how. */
export function sourceRepairs(words: SourceWords): Extension {
  const bulb = new Bulb(words.say("fixes"))
  const bulbs = StateField.define<RangeSet<GutterMarker>>({
    create: () => RangeSet.empty,
    update: (_, { state }) => {
      const line = lineToRepair(state)
      return line === null ? RangeSet.empty : RangeSet.of(bulb.range(line))
    },
  })
  return [
    bulbs,
    gutter({
      class: "bw-bulbs",
      markers: (view) => view.state.field(bulbs),
      initialSpacer: () => bulb,
      domEventHandlers: {
        click: (view, block) => {
          view.dispatch({ selection: { anchor: block.from } })
          return showRepairs(view, words)
        },
      },
    }),
    keymap.of([{ key: "Mod-.", run: (view) => showRepairs(view, words), preventDefault: true }]),
  ]
}

function lineToRepair(state: EditorState): number | null {
  const line = state.doc.lineAt(state.selection.main.head)
  let hasRepair = false
  forEachDiagnostic(state, ({ actions }, from, to) => {
    if ((actions?.length ?? 0) > 0 && from <= line.to && to >= line.from) hasRepair = true
  })
  return hasRepair ? line.from : null
}
