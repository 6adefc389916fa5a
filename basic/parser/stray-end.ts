import type { LineReader } from "./reader.ts"

/** A `;` at the end of a line is a habit of other languages. */
export function takeStrayEnd(reader: LineReader) {
  const token = reader.peek()
  if (token.kind !== "symbol" || token.text !== ";" || reader.peek(1).kind !== "end") return
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
