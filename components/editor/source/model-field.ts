import { type EditorState, StateField } from "@codemirror/state"
import { openSource, type SourceModel } from "#basic/services/source-model.ts"

/** The text as the services read it. A change reads again only the statements it touches. */
export const modelField = StateField.define<SourceModel>({
  create: (state) => openSource(state.doc.toString()),
  update(model, transaction) {
    if (!transaction.docChanged) return model
    const edits: { span: { start: number; end: number }; text: string }[] = []
    transaction.changes.iterChanges((start, end, _from, _to, inserted) => {
      edits.push({ span: { start, end }, text: inserted.toString() })
    })
    return model.edit(edits)
  },
})

export const modelOf = (state: EditorState): SourceModel => state.field(modelField)
