import { codeFolding, foldGutter, foldKeymap, foldService } from "@codemirror/language"
import type { Extension } from "@codemirror/state"
import { keymap } from "@codemirror/view"
import { foldAt } from "#basic/services/folds.ts"
import { modelOf } from "./model-field.ts"

/** Arrows beside blocks, texts and comments of several lines, and the keys that fold them. */
export const sourceFolding: Extension = [
  codeFolding(),
  foldGutter({ openText: "▾", closedText: "▸" }),
  foldService.of((state, lineStart, lineEnd) => {
    const fold = foldAt(modelOf(state), lineStart)
    const end = Math.min(fold?.end ?? 0, state.doc.length)
    return end > lineEnd ? { from: lineEnd, to: end } : null
  }),
  keymap.of(foldKeymap),
]
