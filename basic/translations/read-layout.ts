import { openDocument } from "../graph/document.ts"
import { emptyLayout, type Layout } from "../graph/model.ts"
import { fillTexts, readTextSheet } from "./text-sheet.ts"

/** The layout of a script that lies in a folder: its steps in their order, and what a sheet of texts says of it. */
export function readLayout(
  script: { readonly name: string; readonly source: string },
  sheet: string | null,
  layout: Layout = emptyLayout,
): Layout {
  const { program, layout: own } = openDocument(script.source, layout)
  const read = sheet === null ? null : readTextSheet(sheet)
  if (read === null) return own
  return { ...own, texts: fillTexts({ ...script, program, layout: own }, read).texts }
}
