import { DocumentRefused } from "../port.ts"
import { unzip } from "../unzip.ts"
import type { ReadBlocks } from "./block.ts"
import { readHtmlBlocks } from "./html-blocks.ts"

const limits = { maxEntries: 5_000, maxBytes: 200 * 1024 * 1024 }

/** Reads a Word document: headings by their styles, lists, tables. It is unpacked within limits before the library sees it. */
export async function readDocxBlocks(bytes: Uint8Array): Promise<ReadBlocks> {
  const parts = unzip(bytes, limits)
  if (!parts.some(({ name }) => name === "word/document.xml"))
    throw new DocumentRefused("document.unreadable", "The file holds no Word document.")
  const { default: mammoth } = await import("mammoth")
  const html = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
  )
  return { ...readHtmlBlocks(html.value), title: null }
}
