import { type Diagnostic, type ReadText, retypeDocument, type TextEdit, withFindings } from "#basic"
import type { Change, Commit, Get, Relate } from "./builder-store.ts"

/** One change of the text, as the editor has read it already. */
export interface Reading {
  readonly before: ReadText
  readonly after: ReadText & { check(): readonly Diagnostic[] }
  readonly edits: readonly TextEdit[]
}

/** What is found in a text is looked for when typing pauses so long. Units: ms. */
const quietMs = 400

/** The short way for a key inside one step: shown at once, checked in a pause. False when the text is to be opened anew. */
export function typeInStep(
  set: Change,
  get: Get,
  relate: Relate,
  commit: Commit,
): (reading: Reading) => boolean {
  let pause: ReturnType<typeof setTimeout> | undefined
  return ({ before, after, edits }) => {
    const shown = retypeDocument(get().document, before, after)
    if (shown === null) return false
    commit(shown, edits, "retyped")
    clearTimeout(pause)
    pause = setTimeout(() => {
      const { document } = get()
      if (document.source !== after.source) return
      const checked = relate(withFindings(document, after.check()))
      // As a rule nothing else is found, and then nothing needs to be drawn.
      const isSame = JSON.stringify(checked.diagnostics) === JSON.stringify(document.diagnostics)
      if (!isSame) set({ document: checked })
    }, quietMs)
    return true
  }
}
