import { type ChangeSet, type EditorState, StateField } from "@codemirror/state"
import type { TextEdit } from "#basic"
import { openSource, type SourceModel } from "#basic/services/source-model.ts"

/** The text as the services read it. A change reads again only the statements it touches. */
export const modelField = StateField.define<SourceModel>({
  create: (state) => openSource(state.doc.toString()),
  update(model, transaction) {
    if (!transaction.docChanged) return model
    return model.edit(editsOf(transaction.changes))
  },
})

/** What changed, as edits of the text before it. */
export function editsOf(changes: ChangeSet): TextEdit[] {
  const edits: TextEdit[] = []
  changes.iterChanges((start, end, _from, _to, inserted) => {
    edits.push({ span: { start, end }, text: inserted.toString() })
  })
  return edits
}

export const modelOf = (state: EditorState): SourceModel => state.field(modelField)
