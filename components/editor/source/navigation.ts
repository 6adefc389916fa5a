import type { Extension } from "@codemirror/state"
import { EditorView, keymap } from "@codemirror/view"
import { formatRange, formatSource } from "#basic/services/format.ts"
import { findDefinition, findReferences } from "#basic/services/navigate.ts"
import { modelOf } from "./model-field.ts"
import { closePanel, listPanel, openPanel, panelField } from "./panels.ts"
import { startRename } from "./rename-panel.ts"
import type { SourceWords } from "./source-words.ts"

/** Puts the cursor to a place and shows it. */
export function goTo(view: EditorView, start: number, end = start) {
  const length = view.state.doc.length
  view.dispatch({
    selection: { anchor: Math.min(start, length), head: Math.min(end, length) },
    effects: EditorView.scrollIntoView(Math.min(start, length), { y: "center" }),
  })
  view.focus()
}

function goToDefinition(view: EditorView, offset: number): boolean {
  const found = findDefinition(modelOf(view.state), offset)
  if (found === null) return false
  goTo(view, found.start, found.end)
  return true
}

function showReferences(view: EditorView, { say }: SourceWords): boolean {
  const model = modelOf(view.state)
  const { head } = view.state.selection.main
  const found = findReferences(model, head, { includesDefinition: true })
  const name = found[0]?.text ?? ""
  const heading =
    found.length === 0 ? say("noReferences") : `${name}: ${say("uses", { count: found.length })}`
  const choices = found.map(({ start, end }) => {
    const line = view.state.doc.lineAt(start)
    return {
      label: line.text.trim(),
      place: say("line", { line: line.number }),
      choose: () => {
        closePanel(view)
        goTo(view, start, end)
      },
    }
  })
  openPanel(view, listPanel(heading, choices))
  return true
}

/** Writes the text, or the statements that are selected, as the printer would. */
export function format(view: EditorView): boolean {
  const model = modelOf(view.state)
  const { from, to, empty } = view.state.selection.main
  const edits = empty ? formatSource(model) : formatRange(model, { start: from, end: to })
  view.dispatch({
    changes: edits.map(({ span, text }) => ({ from: span.start, to: span.end, insert: text })),
    userEvent: "format",
  })
  return true
}

/** F12, Shift-F12, F2, Shift-Alt-F, and Ctrl or Cmd with the pointer. */
export const sourceNavigation = (words: SourceWords, isReadOnly: boolean): Extension => [
  panelField,
  keymap.of([
    { key: "F12", run: (view) => goToDefinition(view, view.state.selection.main.head) },
    { key: "Shift-F12", run: (view) => showReferences(view, words) },
    { key: "F2", run: (view) => !isReadOnly && startRename(view, words) },
    { key: "Shift-Alt-f", run: (view) => !isReadOnly && format(view), preventDefault: true },
  ]),
  EditorView.domEventHandlers({
    mousedown: (event, view) => {
      if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY })
      if (offset === null || !goToDefinition(view, offset)) return false
      event.preventDefault()
      return true
    },
  }),
]
