/** Prints the whole program anew. Lines that do not parse stay as they are. */
import { printProgram } from "../../printer/print.ts"
import { type Draft, revise } from "./draft.ts"
import type { Done } from "./outcome.ts"

export function format(draft: Draft): Done {
  const text = printProgram(draft.program)
  const span = { start: 0, end: draft.source.length }
  const carries = [{ start: 0, end: text.length + 1, ids: draft.layout.stepIds }]
  return { draft: revise(draft, [{ span, text, carries }]) }
}
