import type { WordDoc } from "#basic/services/describe.ts"
import type { Hover } from "#basic/services/hover.ts"

export interface Markup {
  readonly kind: "markdown" | "plaintext"
  readonly value: string
}

const fence = (text: string) => `\`\`\`basic\n${text}\n\`\`\``

/** A word of the language as Markdown, or as plain text for clients that show no other. */
export function showDoc(doc: WordDoc, kind: Markup["kind"]): Markup {
  const operands = doc.operands.map(({ name, doc: sentence, bounds }) => {
    const range = bounds === "" ? "" : ` (${bounds})`
    return kind === "markdown"
      ? `- \`${name}\`: ${sentence}${range}`
      : `${name}: ${sentence}${range}`
  })
  const code = kind === "markdown" ? fence : (text: string) => text
  const parts = [
    code(doc.forms.join("\n")),
    doc.summary,
    ...(operands.length === 0 ? [] : [operands.join("\n")]),
    code(doc.example),
  ]
  return { kind, value: parts.join("\n\n") }
}

/** What stands under the pointer. */
export function showHover(hover: Hover, kind: Markup["kind"]): Markup {
  if (hover.kind === "word") return showDoc(hover.doc, kind)
  const { thing, name, definition, count } = hover
  const uses = count === 1 ? "1 place" : `${count} places`
  const made = definition === null ? "nothing sets it" : `line ${definition.line}`
  const line =
    definition === null ? [] : [kind === "markdown" ? fence(definition.text) : definition.text]
  return { kind, value: [`${thing} ${name}: ${made}, ${uses}`, ...line].join("\n\n") }
}
