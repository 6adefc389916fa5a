/** Parts that lines which prepare and lines which expect have in common. */
import type { Expression } from "../ast/nodes.ts"
import { readAdditive, readExpression } from "../parser/expressions.ts"
import type { LineReader } from "../parser/reader.ts"
import type { MemoryScope } from "./nodes.ts"

const scopes: Readonly<Record<string, MemoryScope>> = {
  BOT: "bot",
  USER: "user",
  SESSION: "session",
}

/** Takes BOT MEMORY, USER MEMORY or SESSION [MEMORY]; null when something else stands there. */
export function takeScope(reader: LineReader): MemoryScope | null {
  const token = reader.peek()
  const scope = token.kind === "word" ? scopes[token.upper] : undefined
  if (scope === undefined || (scope !== "session" && !reader.isWord("MEMORY", 1))) return null
  reader.take()
  reader.takeWord("MEMORY")
  return scope
}

/** Reads `"key", value`, also with `=` between them. */
export function readEntry(reader: LineReader): { key: Expression; value: Expression } {
  const key = readAdditive(reader)
  if (!reader.takeSymbol(",") && !reader.takeSymbol("="))
    reader.failExpecting("a comma and the value")
  return { key, value: readExpression(reader) }
}

/** Takes the words of a keyword up to WHERE, WITH, FAILS or the end of the line. */
export function takeKeyword(reader: LineReader): string {
  const words: string[] = []
  for (let token = reader.peek(); token.kind === "word"; token = reader.peek()) {
    if (["WHERE", "WITH", "FAILS"].includes(token.upper)) break
    words.push(...token.upper.split("_").filter((word) => word !== ""))
    reader.take()
  }
  return words.length > 0 ? words.join(" ") : reader.failExpecting("a keyword such as GET")
}
