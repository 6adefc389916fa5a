import type { LineReader } from "../parser/reader.ts"

/** Reads a plain text between quotes: names and paths are known before anything runs. */
export function readLiteral(reader: LineReader, keyword: string, example: string): string {
  const token = reader.peek()
  if (token.kind === "end")
    return reader.fail("basic.missing_operand", token, { keyword, example, hasComment: 0 })
  reader.failAtText()
  const segments = token.kind === "text" ? token.segments : []
  const texts = segments.map((segment) => (segment.kind === "characters" ? segment.text : null))
  if (token.kind !== "text" || texts.includes(null) || texts.join("").trim() === "")
    return reader.failExpecting(
      `a plain text between quotes, such as ${example.slice(keyword.length + 1)}`,
    )
  reader.take()
  return texts.join("")
}
