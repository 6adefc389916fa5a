import { codeFolding, foldGutter, foldKeymap, foldService } from "@codemirror/language"
import type { EditorState, Extension } from "@codemirror/state"
import { keymap } from "@codemirror/view"
import { type Fold, listFolds } from "#basic/services/folds.ts"
import type { SourceModel } from "#basic/services/source-model.ts"
import { modelOf } from "./model-field.ts"

const known = new WeakMap<SourceModel, ReadonlyMap<number, Fold>>()

/** Folds by the start of the line they begin in. */
function foldsByLine(state: EditorState): ReadonlyMap<number, Fold> {
  const model = modelOf(state)
  const found = known.get(model)
  if (found !== undefined) return found
  const folds = new Map<number, Fold>()
  for (const fold of listFolds(model)) {
    const line = state.doc.lineAt(Math.min(fold.start, state.doc.length)).from
    if (!folds.has(line)) folds.set(line, fold)
  }
  known.set(model, folds)
  return folds
}

/** Arrows beside blocks, texts and comments of several lines, and the keys that fold them. */
export const sourceFolding: Extension = [
  codeFolding(),
  foldGutter({ openText: "▾", closedText: "▸" }),
  foldService.of((state, lineStart, lineEnd) => {
    const fold = foldsByLine(state).get(lineStart)
    const end = Math.min(fold?.end ?? 0, state.doc.length)
    return end > lineEnd ? { from: lineEnd, to: end } : null
  }),
  keymap.of(foldKeymap),
]
