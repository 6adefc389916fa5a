import { readBlocks } from "./blocks/read-blocks.ts"
import { decodeText } from "./decode-text.ts"
import { fillDocx, fillXlsx, readDocx } from "./docx.ts"
import { htmlToText } from "./html-text.ts"
import { makePdf } from "./make-pdf.ts"
import { mergePdf } from "./merge-pdf.ts"
import { type Cell, DocumentRefused, type DocumentTask, type DocumentTasks } from "./port.ts"
import { makeQr, readQr } from "./qr-code.ts"
import { readPdf } from "./read-pdf.ts"
import { readWorkbook } from "./read-workbook.ts"
import { shrinkPicture } from "./shrink-picture.ts"
import { unzip } from "./unzip.ts"
import { writeWorkbook } from "./write-workbook.ts"
import { zip } from "./zip.ts"

const office = "application/vnd.openxmlformats-officedocument"
const docx = `${office}.wordprocessingml.document`
const xlsx = `${office}.spreadsheetml.sheet`
const maxTextCells = 200_000

type Performers = {
  readonly [T in DocumentTask]: (
    given: DocumentTasks[T]["given"],
  ) => DocumentTasks[T]["gives"] | Promise<DocumentTasks[T]["gives"]>
}

const performers: Performers = {
  "read-text": readText,
  "read-blocks": ({ bytes, mimeType }) => readBlocks(bytes, mimeType),
  "read-workbook": ({ bytes, maxCells }) => readWorkbook(bytes, maxCells),
  "write-workbook": ({ rows }) => writeWorkbook(rows),
  "fill-document": ({ bytes, mimeType, values }) => {
    if (mimeType === docx) return fillDocx(bytes, values)
    if (mimeType === xlsx) return fillXlsx(bytes, values)
    throw new DocumentRefused(
      "document.type_refused",
      `A file of type ${mimeType} cannot be filled.`,
    )
  },
  zip: ({ entries }) => zip(entries),
  unzip: ({ bytes, maxEntries, maxBytes }) => unzip(bytes, { maxEntries, maxBytes }),
  "make-pdf": ({ text, title }) => makePdf(text, title),
  "merge-pdf": ({ parts }) => mergePdf(parts),
  "make-qr": ({ text, size }) => makeQr(text, size),
  "shrink-picture": ({ bytes, side }) => shrinkPicture(bytes, side),
  "read-qr": ({ bytes }) => readQr(bytes),
}

/** Does one task, in the thread it is called in. Throws DocumentRefused. */
export async function performTask<T extends DocumentTask>(
  task: T,
  given: DocumentTasks[T]["given"],
): Promise<DocumentTasks[T]["gives"]> {
  return await performers[task](given)
}

async function readText({ bytes, mimeType, maxChars }: DocumentTasks["read-text"]["given"]) {
  const text = await extractText(bytes, mimeType, maxChars)
  return text.length > maxChars ? text.slice(0, maxChars) : text
}

async function extractText(bytes: Uint8Array, mimeType: string, maxChars: number): Promise<string> {
  if (mimeType === "application/pdf") return await readPdf(bytes, maxChars)
  if (mimeType === docx) return readDocx(bytes)
  if (mimeType === xlsx) return readWorkbook(bytes, maxTextCells).map(printRow).join("\n")
  if (mimeType === "text/html") return htmlToText(decodeText(bytes))
  if (/^text\/|^application\/(json|xml|yaml)$|^message\/|^image\/svg/.test(mimeType))
    return decodeText(bytes)
  throw new DocumentRefused(
    "document.type_refused",
    `A file of type ${mimeType} has no text to read.`,
  )
}

const printRow = (row: readonly Cell[]): string => row.map((cell) => cell ?? "").join("\t")
