import type { LineReader } from "./reader.ts"

/** Nothing more is on the line but a `;`. */
export const isStrayEnd = (reader: LineReader): boolean =>
  reader.isSymbol(";") && reader.peek(1).kind === "end"

/** A `;` at the end of a line is a habit of other languages. */
export function takeStrayEnd(reader: LineReader) {
  if (!isStrayEnd(reader)) return
  const token = reader.peek()
  reader.note(
    "basic.stray_character",
    token,
    { found: ";" },
    {
      title: "Remove ;",
      edits: [{ span: { start: token.start, end: token.end }, text: "" }],
    },
  )
  reader.take()
}
