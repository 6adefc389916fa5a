import { RangeSetBuilder } from "@codemirror/state"
import { Decoration, type DecorationSet, type EditorView, ViewPlugin } from "@codemirror/view"
import { findReferences } from "#basic/services/navigate.ts"
import { modelOf } from "./model-field.ts"

const marks = {
  read: Decoration.mark({ class: "bw-same-name" }),
  write: Decoration.mark({ class: "bw-same-name bw-same-name-set" }),
}

/** Marks every place that names what the cursor stands on. */
export const sameName = ViewPlugin.define<{ marks: DecorationSet; update: (view: never) => void }>(
  (view) => {
    const plugin = {
      marks: decorate(view),
      update(update: { view: EditorView; docChanged: boolean; selectionSet: boolean }) {
        if (update.docChanged || update.selectionSet) plugin.marks = decorate(update.view)
      },
    }
    return plugin
  },
  { decorations: (plugin) => plugin.marks },
)

function decorate(view: EditorView): DecorationSet {
  const { main } = view.state.selection
  const builder = new RangeSetBuilder<Decoration>()
  if (!main.empty) return builder.finish()
  const found = findReferences(modelOf(view.state), main.head, { includesDefinition: true })
  if (found.length < 2) return builder.finish()
  for (const { start, end, role } of found)
    builder.add(start, end, role === "read" ? marks.read : marks.write)
  return builder.finish()
}
