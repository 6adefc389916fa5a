import { DocumentRefused } from "./port.ts"

const maxPages = 500

/** Gives the text of a PDF, page by page, until there is enough of it. */
export async function readPdf(bytes: Uint8Array, maxChars: number): Promise<string> {
  const { getDocumentProxy } = await import("unpdf")
  const pdf = await getDocumentProxy(new Uint8Array(bytes)).catch(() => {
    throw new DocumentRefused(
      "document.unreadable",
      "The PDF cannot be read, or it has a password.",
    )
  })
  const pages: string[] = []
  let length = 0
  for (let number = 1; number <= Math.min(pdf.numPages, maxPages) && length < maxChars; number++) {
    const content = await (await pdf.getPage(number)).getTextContent()
    const text = content.items
      .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
      .join("")
    pages.push(text.trimEnd())
    length += text.length
  }
  return pages.join("\n\n").slice(0, maxChars)
}
