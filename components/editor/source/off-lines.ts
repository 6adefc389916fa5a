import { type EditorState, RangeSetBuilder, StateField } from "@codemirror/state"
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view"
import { listOffSpans, offComment } from "#basic"
import { modelOf } from "./model-field.ts"

const mayHoldOff = new RegExp(offComment, "i")
const offLine = Decoration.line({ class: "bw-off" })

/** Steps that are switched off are grey in the text, too. */
export const offLines = StateField.define<DecorationSet>({
  create: markLines,
  update: (set, transaction) => (transaction.docChanged ? markLines(transaction.state) : set),
  provide: (field) => EditorView.decorations.from(field),
})

function markLines(state: EditorState): DecorationSet {
  const model = modelOf(state)
  // The tree is put together only where it is needed: it costs more than a key may.
  if (!mayHoldOff.test(model.source)) return Decoration.none
  const marks = new RangeSetBuilder<Decoration>()
  for (const span of listOffSpans(model.program.body, model.source)) {
    let line = state.doc.lineAt(Math.min(span.start, state.doc.length))
    while (true) {
      marks.add(line.from, line.from, offLine)
      if (line.to >= span.end || line.number === state.doc.lines) break
      line = state.doc.line(line.number + 1)
    }
  }
  return marks.finish()
}
