import type { Json } from "#basic/vm/value.ts"

/** One cell of a sheet. Dates are ISO text. */
export type Cell = string | number | boolean | null

export interface ArchiveEntry {
  /** As it stands in the archive: of a stranger, so nothing to open a file by. */
  readonly name: string
  readonly bytes: Uint8Array
}

import type { ReadBlocks } from "./blocks/block.ts"

export type { DocumentBlock, ReadBlocks } from "./blocks/block.ts"

/** What can be done with documents: what each is given, and what it gives. */
export interface DocumentTasks {
  /** The text of a PDF, DOCX, XLSX, HTML or text file. */
  "read-text": { given: { bytes: Uint8Array; mimeType: string; maxChars: number }; gives: string }
  /** A document in its pieces: headings, paragraphs, tables, with the pages they stand on. */
  "read-blocks": { given: { bytes: Uint8Array; mimeType: string }; gives: ReadBlocks }
  /** The rows of the first sheet of a workbook, cell by cell. */
  "read-workbook": { given: { bytes: Uint8Array; maxCells: number }; gives: Cell[][] }
  "write-workbook": { given: { rows: readonly (readonly Cell[])[] }; gives: Uint8Array }
  /** Fills `{{name}}` in a DOCX or XLSX file. */
  "fill-document": {
    given: { bytes: Uint8Array; mimeType: string; values: Json }
    gives: Uint8Array
  }
  zip: { given: { entries: readonly ArchiveEntry[] }; gives: Uint8Array }
  unzip: {
    given: { bytes: Uint8Array; maxEntries: number; maxBytes: number }
    gives: ArchiveEntry[]
  }
  /** Sets Markdown, or plain text, as a PDF. */
  "make-pdf": { given: { text: string; title: string }; gives: Uint8Array }
  "merge-pdf": { given: { parts: readonly Uint8Array[] }; gives: Uint8Array }
  /** A PNG. Units: pixels. */
  "make-qr": { given: { text: string; size: number }; gives: Uint8Array }
  /** The same picture with no side longer than this, as a JPEG, with nothing else in it. Units: pixels. */
  "shrink-picture": {
    given: { bytes: Uint8Array; side: number }
    gives: { bytes: Uint8Array; mimeType: string }
  }
  /** What the QR code in a picture says; null when there is none. */
  "read-qr": { given: { bytes: Uint8Array }; gives: string | null }
}
export type DocumentTask = keyof DocumentTasks

/**
 * Reads and writes documents. What comes from strangers is read in a thread of its own, with an end to its
 * time and memory: a file that is made to break a reader breaks that thread and nothing else.
 *
 * Throws DocumentRefused.
 */
export interface Documents {
  run<T extends DocumentTask>(
    task: T,
    given: DocumentTasks[T]["given"],
  ): Promise<DocumentTasks[T]["gives"]>
  close(): Promise<void>
}

export type DocumentProblem =
  | "document.unreadable"
  | "document.too_large"
  | "document.took_too_long"
  | "document.type_refused"

/** A document that cannot be read or made; the sentence is for the developer of a bot. */
export class DocumentRefused extends Error {
  override readonly name = "DocumentRefused"
  readonly code: DocumentProblem

  constructor(code: DocumentProblem, message: string) {
    super(message)
    this.code = code
  }
}
