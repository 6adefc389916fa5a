import { parseHTML } from "linkedom"
import type { DocumentBlock, ReadBlocks } from "./block.ts"
import { tidy } from "./block.ts"

/** What is not part of what a page says. */
const skipped: ReadonlySet<string> = new Set([
  ...[
    "SCRIPT",
    "STYLE",
    "TITLE",
    "NOSCRIPT",
    "TEMPLATE",
    "SVG",
    "NAV",
    "FOOTER",
    "ASIDE",
    "FORM",
    "BUTTON",
  ],
  ...["SELECT", "IFRAME", "OBJECT", "CANVAS", "VIDEO", "AUDIO", "HEAD", "DIALOG"],
])
/** Elements that part text: what stands inside is a paragraph of its own. */
const parting: ReadonlySet<string> = new Set([
  ...["P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "UL", "OL", "DL", "BLOCKQUOTE", "FIGURE"],
  ...["FIGCAPTION", "DETAILS", "SUMMARY", "ADDRESS", "BODY", "CENTER", "HR", "FIELDSET", "CAPTION"],
])

/** Reads the structure of a page: headings, paragraphs, items, code and tables; scripts, menus and what is hidden are left out. */
export function readHtmlBlocks(source: string): ReadBlocks {
  const { document } = parseHTML(asPage(source))
  const title = tidy(document.querySelector("title")?.textContent ?? "")
  const reader = new HtmlReader()
  const main = document.querySelector("main, article, [role=main]")
  const whole = document.body ?? document.documentElement
  // A page whose main part is nearly all of it; one that only marks a teaser is read whole.
  const isMost = main && (main.textContent ?? "").length > 0.5 * (whole?.textContent ?? "").length
  if (whole) reader.read(isMost ? main : whole)
  return { title: title === "" ? null : title, pages: null, blocks: reader.finish() }
}

/** A part of a page is read as a page. */
function asPage(source: string): string {
  return /<html[\s>]/i.test(source) ? source : `<html><body>${source}</body></html>`
}

type HtmlElement = NonNullable<
  ReturnType<ReturnType<typeof parseHTML>["document"]["querySelector"]>
>

class HtmlReader {
  readonly #blocks: DocumentBlock[] = []
  #text = ""
  #kind: "text" | "item" = "text"

  read(element: HtmlElement) {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) this.#text += node.textContent ?? ""
      else if (node.nodeType === 1) this.#readElement(node as unknown as HtmlElement)
    }
  }

  finish(): DocumentBlock[] {
    this.#end()
    return this.#blocks
  }

  #readElement(element: HtmlElement) {
    const name = element.tagName.toUpperCase()
    if (skipped.has(name) || isHidden(element)) return
    if (/^H[1-6]$/.test(name)) this.#heading(Number(name[1]), element)
    else if (name === "BR") this.#text += " "
    else if (name === "PRE")
      this.#block({ kind: "code", text: trimCode(element.textContent ?? "") })
    else if (name === "TABLE") this.#table(element)
    else if (name === "LI" || name === "DD") this.#item(element)
    else if (name === "DT") this.#item(element)
    else if (parting.has(name)) {
      this.#end()
      this.read(element)
      this.#end()
    } else this.read(element)
  }

  #heading(level: number, element: HtmlElement) {
    this.#end()
    const text = tidy(element.textContent ?? "")
    if (text !== "") this.#blocks.push({ kind: "heading", level, text, page: null })
  }

  #item(element: HtmlElement) {
    this.#end()
    this.#kind = "item"
    this.read(element)
    this.#end()
  }

  #block(block: { kind: "code"; text: string }) {
    this.#end()
    if (block.text !== "") this.#blocks.push({ ...block, page: null })
  }

  /** A table that only lays out a page holds tables or headings: it is read through. */
  #table(element: HtmlElement) {
    this.#end()
    if (element.querySelector("table, h1, h2, h3, h4")) return this.read(element)
    const caption = tidy(element.querySelector("caption")?.textContent ?? "")
    if (caption !== "") this.#blocks.push({ kind: "text", text: caption, page: null })
    const rows = [...element.querySelectorAll("tr")].map((row) =>
      [...row.children]
        .filter(({ tagName }) => /^T[HD]$/i.test(tagName))
        .map((cell) => tidy(cell.textContent ?? "")),
    )
    const kept = rows.filter((row) => row.some((cell) => cell !== ""))
    if (kept.length > 0) this.#blocks.push({ kind: "table", rows: kept, page: null })
  }

  #end() {
    const text = tidy(this.#text)
    if (text !== "") this.#blocks.push({ kind: this.#kind, text, page: null })
    this.#text = ""
    this.#kind = "text"
  }
}

function isHidden(element: HtmlElement): boolean {
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true
  if (/^(navigation|search|banner|contentinfo)$/.test(element.getAttribute("role") ?? ""))
    return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "")
}

const trimCode = (text: string): string => text.replace(/\r\n?/g, "\n").replace(/^\n+|\s+$/g, "")
