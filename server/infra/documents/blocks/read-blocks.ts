import { decodeText } from "../decode-text.ts"
import { DocumentRefused } from "../port.ts"
import type { ReadBlocks } from "./block.ts"
import { tidy } from "./block.ts"

const office = "application/vnd.openxmlformats-officedocument"

/** Whether a document of this type has text that can be read. */
export function isReadable(mimeType: string): boolean {
  return (
    mimeType in readers ||
    /^text\//.test(mimeType) ||
    /^application\/(json|xml|yaml)$/.test(mimeType)
  )
}

type Reader = (bytes: Uint8Array) => ReadBlocks | Promise<ReadBlocks>
/** Each is loaded when the first document of its kind comes. */
const readers: Readonly<Record<string, Reader>> = {
  "application/pdf": async (bytes) => (await import("./pdf-blocks.ts")).readPdfBlocks(bytes),
  [`${office}.wordprocessingml.document`]: async (bytes) =>
    (await import("./docx-blocks.ts")).readDocxBlocks(bytes),
  [`${office}.presentationml.presentation`]: async (bytes) =>
    (await import("./pptx-blocks.ts")).readPptxBlocks(bytes),
  [`${office}.spreadsheetml.sheet`]: async (bytes) =>
    (await import("./sheet-blocks.ts")).readSheetBlocks(bytes),
  "text/csv": async (bytes) => (await import("./sheet-blocks.ts")).readCsvBlocks(decodeText(bytes)),
  "text/html": async (bytes) =>
    (await import("./html-blocks.ts")).readHtmlBlocks(decodeText(bytes)),
  "application/xhtml+xml": async (bytes) =>
    (await import("./html-blocks.ts")).readHtmlBlocks(decodeText(bytes)),
  "text/markdown": async (bytes) =>
    (await import("./markdown-blocks.ts")).readMarkdownBlocks(decodeText(bytes)),
  "message/rfc822": async (bytes) => (await import("./mail-blocks.ts")).readMailBlocks(bytes),
  "image/png": readPicture,
  "image/jpeg": readPicture,
  "image/webp": readPicture,
  "image/gif": readPicture,
  "image/bmp": readPicture,
  "image/tiff": readPicture,
}

/** Reads a document piece by piece, in its own order and with its own structure. Throws DocumentRefused. */
export async function readBlocks(bytes: Uint8Array, mimeType: string): Promise<ReadBlocks> {
  const read = readers[mimeType]
  if (read) return checkText(await read(bytes))
  if (!isReadable(mimeType))
    throw new DocumentRefused(
      "document.type_refused",
      `A file of type ${mimeType} has no text to read.`,
    )
  const { readTextBlocks } = await import("./text-blocks.ts")
  return checkText(readTextBlocks(decodeText(bytes)))
}

async function readPicture(bytes: Uint8Array): Promise<ReadBlocks> {
  return (await import("./picture-blocks.ts")).readPictureBlocks(bytes)
}

function checkText(read: ReadBlocks): ReadBlocks {
  const hasText = read.blocks.some((block) =>
    block.kind === "table"
      ? block.rows.flat().some((cell) => tidy(cell) !== "")
      : /[\p{L}\p{N}]/u.test(block.text),
  )
  if (!hasText)
    throw new DocumentRefused(
      "document.unreadable",
      "No text was found in the document. Pages that are pictures can be uploaded as pictures.",
    )
  return read
}
