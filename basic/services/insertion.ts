import type { Keyword } from "../keywords/define.ts"

/** Text, or a place to fill in; `isText` puts it between quotes. */
export type InsertPart = string | { readonly hole: string; readonly isText?: boolean }

/** What choosing a keyword writes: its first form with its needed operands as places to fill in. */
export function insertionOf(keyword: Keyword): InsertPart[] {
  if (keyword.hasOwnGrammar && keyword.canvas?.snippet) return snippetParts(keyword.canvas.snippet)
  const [form] = keyword.forms
  const shape = withoutOptions(typeof form === "string" ? form : form.shape)
  const parts: InsertPart[] = []
  let at = 0
  for (const found of shape.matchAll(/\{([A-Za-z]+)(?::([a-z]+))?\}/g)) {
    parts.push(shape.slice(at, found.index))
    const name = found[1] ?? ""
    parts.push(...holesFor(name, found[2] ?? keyword.params[name]?.kind ?? "any"))
    at = found.index + found[0].length
  }
  parts.push(shape.slice(at))
  return parts.filter((part) => part !== "")
}

/** Named values and conditions are written with a name, a sign and a value. */
function holesFor(name: string, kind: string): InsertPart[] {
  if (kind === "fields" || kind === "condition")
    return [{ hole: "column" }, " = ", { hole: "value" }]
  return kind === "text" ? [{ hole: name, isText: true }] : [{ hole: name }]
}

/** Takes `[ ... ]` out of a shape. */
function withoutOptions(shape: string): string {
  let depth = 0
  let text = ""
  for (const character of shape) {
    if (character === "[") depth++
    else if (character === "]") depth--
    else if (depth === 0) text += character
  }
  return text.replace(/ +/g, " ").replace(/ ,/g, ",").trim()
}

/** A snippet of the palette; its last line break and blanks are dropped. */
export const snippetParts = (snippet: string): InsertPart[] => [snippet.trimEnd()]

/** The parts as plain text, for hosts without places to fill in. */
export const plainText = (parts: readonly InsertPart[]): string =>
  parts
    .map((part) => (typeof part === "string" ? part : part.isText ? `"${part.hole}"` : part.hole))
    .join("")
