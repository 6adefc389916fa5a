import { fillTemplate } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { type ArchiveEntry, DocumentRefused } from "./port.ts"
import { decodeEntities, encodeEntities, readMarkup } from "./read-markup.ts"
import { unzip } from "./unzip.ts"
import { zip } from "./zip.ts"

const limits = { maxEntries: 2_000, maxBytes: 100 * 1024 * 1024 }
const textPart = /^word\/(document|header\d*|footer\d*)\.xml$/

/** Gives the text of a DOCX file: a line a paragraph, tabs between cells. */
export function readDocx(bytes: Uint8Array): string {
  const [part] = unzip(bytes, limits, (name) => name === "word/document.xml")
  if (!part) throw new DocumentRefused("document.unreadable", "The file holds no Word document.")
  let text = ""
  let isText = false
  for (const piece of readMarkup(new TextDecoder().decode(part.bytes))) {
    if (piece.kind === "text") text += isText ? piece.text : ""
    else if (piece.name === "w:t") isText = piece.kind === "open" && !piece.isEmpty
    else if (piece.name === "w:p" && piece.kind === "close") text += "\n"
    else if (piece.name === "w:tc" && piece.kind === "close") text = `${text.replace(/\n$/, "")}\t`
    else if (piece.kind === "open" && piece.name === "w:tab") text += "\t"
    else if (piece.kind === "open" && piece.name === "w:br") text += "\n"
  }
  return text.replace(/\t\n/g, "\n").trimEnd()
}

/** Fills `{{name}}` in the texts, headers and footers of a DOCX file, also where Word has cut a name in pieces. */
export function fillDocx(bytes: Uint8Array, values: Json): Uint8Array {
  return mapParts(bytes, textPart, (xml) =>
    xml.replace(/<w:p[ >](?:(?!<\/w:p>)[\s\S])*<\/w:p>/g, (paragraph) =>
      fillParagraph(paragraph, values),
    ),
  )
}

/** Fills `{{name}}` in the texts of an XLSX file. */
export function fillXlsx(bytes: Uint8Array, values: Json): Uint8Array {
  return mapParts(bytes, /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/, (xml) =>
    xml.replace(/<t([^>]*)>([^<]*)<\/t>/g, (_, attributes: string, text: string) => {
      const filled = encodeEntities(fillTemplate(decodeEntities(text), values))
      return `<t${attributes}>${filled}</t>`
    }),
  )
}

/** What is filled stands in the first piece of text the paragraph has; the others become empty. */
function fillParagraph(paragraph: string, values: Json): string {
  const run = /(<w:t(?:\s[^>]*)?>)([^<]*)(<\/w:t>)/g
  const text = Array.from(paragraph.matchAll(run), (found) => decodeEntities(found[2] ?? "")).join(
    "",
  )
  if (!text.includes("{{")) return paragraph
  const filled = encodeEntities(fillTemplate(text, values)).split("\n").join("</w:t><w:br/><w:t>")
  let isFirst = true
  return paragraph.replace(run, () => {
    const content = isFirst ? filled : ""
    isFirst = false
    return `<w:t xml:space="preserve">${content}</w:t>`
  })
}

function mapParts(bytes: Uint8Array, wanted: RegExp, change: (xml: string) => string): Uint8Array {
  const entries = unzip(bytes, limits).map((entry): ArchiveEntry => {
    if (!wanted.test(entry.name)) return entry
    const xml = change(new TextDecoder().decode(entry.bytes))
    return { name: entry.name, bytes: new TextEncoder().encode(xml) }
  })
  return zip(entries)
}
