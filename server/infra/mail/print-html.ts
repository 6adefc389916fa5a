import { parseRichText, type RichBlock, type RichInline } from "#catalog/rich-text.ts"

/** Writes the HTML side of a mail from its text. Nothing of the text becomes markup but what the tree holds. */
export function printMailHtml(text: string): string {
  const body = parseRichText(text).map(printBlock).join("\n")
  return `<!doctype html><html><head><meta charset="utf-8"></head><body style="font-family:sans-serif;line-height:1.5">\n${body}\n</body></html>`
}

function printBlock(block: RichBlock): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${printInlines(block.children)}</p>`
    case "heading":
      return `<h${block.level}>${printInlines(block.children)}</h${block.level}>`
    case "list": {
      const items = block.items.map((item) => `<li>${printInlines(item)}</li>`).join("")
      return block.isOrdered ? `<ol start="${block.start}">${items}</ol>` : `<ul>${items}</ul>`
    }
    case "quote":
      return `<blockquote>${printInlines(block.children)}</blockquote>`
    case "code":
      return `<pre>${escapeHtml(block.text)}</pre>`
    case "rule":
      return "<hr>"
  }
}

const tags = { strong: "strong", emphasis: "em", strike: "s" } as const

function printInlines(inlines: readonly RichInline[]): string {
  return inlines.map(printInline).join("")
}

function printInline(inline: RichInline): string {
  switch (inline.kind) {
    case "text":
      return escapeHtml(inline.text)
    case "break":
      return "<br>"
    case "code":
      return `<code>${escapeHtml(inline.text)}</code>`
    case "link":
      return `<a href="${escapeHtml(inline.href)}">${printInlines(inline.children)}</a>`
    default:
      return `<${tags[inline.kind]}>${printInlines(inline.children)}</${tags[inline.kind]}>`
  }
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
