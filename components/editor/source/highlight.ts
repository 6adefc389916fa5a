import { RangeSetBuilder } from "@codemirror/state"
import { Decoration, type DecorationSet, type EditorView, ViewPlugin } from "@codemirror/view"
import { type Highlight, type HighlightKind, highlightSource } from "#basic"
import type { Segment } from "#basic/services/segment.ts"
import { modelOf } from "./model-field.ts"

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

const painted = new WeakMap<readonly unknown[], readonly Highlight[]>()

function paint({ start, length, lines }: Segment, source: string): readonly Highlight[] {
  const known = painted.get(lines)
  if (known !== undefined) return known
  const found = highlightSource(source.slice(start, start + length))
  painted.set(lines, found)
  return found
}

/** Colours what can be seen, by the compiler's own lexer, so that what looks like a keyword is one. */
export const sourceHighlight = ViewPlugin.define<{
  colours: DecorationSet
  update: (view: never) => void
}>(
  (view) => {
    const plugin = {
      colours: decorate(view),
      update(update: { view: EditorView; docChanged: boolean; viewportChanged: boolean }) {
        if (update.docChanged || update.viewportChanged) plugin.colours = decorate(update.view)
      },
    }
    return plugin
  },
  { decorations: (plugin) => plugin.colours },
)

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const { segments, source } = modelOf(view.state)
  const { from, to } = view.viewport
  for (const segment of segments) {
    if (segment.start > to) break
    if (segment.start + segment.length < from) continue
    for (const part of paint(segment, source)) {
      const start = segment.start + part.start
      const end = segment.start + part.end
      if (end > from && start < to && end <= source.length)
        builder.add(start, end, marks[part.kind])
    }
  }
  return builder.finish()
}
