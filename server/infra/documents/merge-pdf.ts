import { DocumentRefused } from "./port.ts"

const maxPages = 2_000

/** Joins PDF files, every page in order. */
export async function mergePdf(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const { PDFDocument } = await import("pdf-lib")
  const whole = await PDFDocument.create()
  for (const [index, bytes] of parts.entries()) {
    const part = await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => {
      throw new DocumentRefused(
        "document.unreadable",
        `File ${index + 1} is no PDF that can be read, or it has a password.`,
      )
    })
    if (whole.getPageCount() + part.getPageCount() > maxPages)
      throw new DocumentRefused(
        "document.too_large",
        `Together the files have more than ${maxPages} pages.`,
      )
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page)
  }
  return whole.save()
}
