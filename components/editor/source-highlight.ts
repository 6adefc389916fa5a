import { RangeSetBuilder, StateField, type Text } from "@codemirror/state"
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view"
import { type HighlightKind, highlightSource } from "#basic"

const marks: Readonly<Record<HighlightKind, Decoration>> = {
  keyword: Decoration.mark({ class: "bw-keyword" }),
  function: Decoration.mark({ class: "bw-function" }),
  property: Decoration.mark({ class: "bw-property" }),
  variable: Decoration.mark({ class: "bw-variable" }),
  number: Decoration.mark({ class: "bw-number" }),
  text: Decoration.mark({ class: "bw-text" }),
  operator: Decoration.mark({ class: "bw-operator" }),
  comment: Decoration.mark({ class: "bw-comment" }),
}

function decorate(text: Text): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const part of highlightSource(text.toString()))
    builder.add(part.start, part.end, marks[part.kind])
  return builder.finish()
}

/** Colours the source by the compiler's own lexer, so that what looks like a keyword is one. */
export const sourceHighlight = StateField.define<DecorationSet>({
  create: (state) => decorate(state.doc),
  update: (set, transaction) => (transaction.docChanged ? decorate(transaction.newDoc) : set),
  provide: (field) => EditorView.decorations.from(field),
})
