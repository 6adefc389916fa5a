import { fromJson } from "#basic"
import { mergePdfFiles } from "#basic/keywords/merge-pdf.ts"
import { ListValue } from "#basic/vm/value.ts"
import { type HeldFile, loadHeld, readContent, runDocument, storeFile } from "./files/content.ts"
import { describePdf } from "./files/make-pdf-file.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const mergePdfFilesHandler = handlerFor(mergePdfFiles, async ({ files, path }, step) => {
  const given = files instanceof ListValue ? files.items : [files ?? null]
  const sources: HeldFile[] = []
  for (const file of given) sources.push(await loadHeld(step, readPath(file, "MERGE PDF")))
  const make = async () => {
    const parts: Uint8Array[] = []
    for (const source of sources) parts.push(await readContent(step, source))
    return await runDocument(step, "merge-pdf", { parts })
  }
  const merged = await storeFile(step, { path: readPath(path, "MERGE PDF"), make })
  return fromJson(describePdf(step, merged))
})
