import { readMarkup } from "./read-markup.ts"

const hidden: ReadonlySet<string> = new Set([
  "script",
  "style",
  "head",
  "template",
  "noscript",
  "svg",
])
const blocks: ReadonlySet<string> = new Set([
  ...[
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "table",
    "ul",
    "ol",
    "blockquote",
    "pre",
  ],
])
const before: Readonly<Record<string, string>> = {
  ...{
    h1: "\n\n# ",
    h2: "\n\n## ",
    h3: "\n\n### ",
    h4: "\n\n### ",
    li: "\n- ",
    br: "\n",
    hr: "\n\n---\n\n",
  },
  ...{ tr: "\n", td: " | ", th: " | ", strong: "**", b: "**" },
}
const after: Readonly<Record<string, string>> = {
  ...{ h1: "\n\n", h2: "\n\n", h3: "\n\n", h4: "\n\n", strong: "**", b: "**", tr: " |" },
}

/** Gives what an HTML page says, as Markdown: headings, lists, bold words and paragraphs; scripts and styles are left out. */
export function htmlToText(source: string): string {
  let text = ""
  let skipping: string | null = null
  for (const piece of readMarkup(source)) {
    if (piece.kind === "text") {
      if (skipping === null) text += piece.text.replace(/\s+/g, " ")
      continue
    }
    const name = piece.name.toLowerCase()
    if (skipping !== null) {
      if (piece.kind === "close" && name === skipping) skipping = null
    } else if (piece.kind === "open" && hidden.has(name)) skipping = piece.isEmpty ? null : name
    else if (blocks.has(name)) text += "\n\n"
    else text += (piece.kind === "open" ? before[name] : after[name]) ?? ""
  }
  return text
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n[ \t]+/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}
