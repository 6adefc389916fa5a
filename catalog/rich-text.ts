/**
 * Markdown as a typed tree: what a message may look like, and nothing it could do.
 *
 * There is no HTML in it and no way to make any: a renderer builds elements from these nodes, and
 * `<b>` in a message is four characters of text. Links keep only safe schemes. One parser serves the
 * widget, the test chat and the inbox. Time is linear in the length of the text.
 */
export type RichText = readonly RichBlock[]

export type RichBlock =
  | { readonly kind: "paragraph"; readonly children: readonly RichInline[] }
  | {
      readonly kind: "heading"
      readonly level: 1 | 2 | 3
      readonly children: readonly RichInline[]
    }
  | {
      readonly kind: "list"
      readonly isOrdered: boolean
      readonly start: number
      readonly items: readonly (readonly RichInline[])[]
    }
  | { readonly kind: "quote"; readonly children: readonly RichInline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" }

export type RichInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis" | "strike"; readonly children: readonly RichInline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly RichInline[] }
  | { readonly kind: "break" }

const maxDepth = 8
const listItem = /^ {0,3}(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/
const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/

/** Reads a message as rich text; any text is valid. */
export function parseRichText(source: string): RichText {
  const lines = source.replace(/\r\n?/g, "\n").split("\n")
  const blocks: RichBlock[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ""
    if (line.trim() === "") at += 1
    else if (line.startsWith("```")) at = readFence(lines, at, blocks)
    else if (/^ {0,3}([-*_])( *\1){2,} *$/.test(line)) at = push(blocks, { kind: "rule" }, at)
    else if (heading.test(line)) at = readHeading(line, at, blocks)
    else if (listItem.test(line)) at = readList(lines, at, blocks)
    else if (line.startsWith(">")) at = readQuote(lines, at, blocks)
    else at = readParagraph(lines, at, blocks)
  }
  return blocks
}

function push(blocks: RichBlock[], block: RichBlock, at: number): number {
  blocks.push(block)
  return at + 1
}

function readFence(lines: readonly string[], from: number, blocks: RichBlock[]): number {
  let end = from + 1
  while (end < lines.length && !lines[end]?.startsWith("```")) end += 1
  blocks.push({ kind: "code", text: lines.slice(from + 1, end).join("\n") })
  return end + 1
}

function readHeading(line: string, at: number, blocks: RichBlock[]): number {
  const [, marks = "#", text = ""] = heading.exec(line) ?? []
  const level = Math.min(marks.length, 3) as 1 | 2 | 3
  return push(blocks, { kind: "heading", level, children: parseInline(text) }, at)
}

function readList(lines: readonly string[], from: number, blocks: RichBlock[]): number {
  const first = listItem.exec(lines[from] ?? "")
  const isOrdered = first?.[1] === undefined
  const items: string[] = []
  let at = from
  for (; at < lines.length; at += 1) {
    const item = listItem.exec(lines[at] ?? "")
    if (item && (item[1] === undefined) === isOrdered) items.push(item[3] ?? "")
    else if (!item && /^\s{2,}\S/.test(lines[at] ?? "") && items.length > 0)
      items[items.length - 1] += `\n${(lines[at] ?? "").trim()}`
    else break
  }
  const start = isOrdered ? Number(first?.[2] ?? 1) : 1
  blocks.push({ kind: "list", isOrdered, start, items: items.map((item) => parseInline(item)) })
  return at
}

function readQuote(lines: readonly string[], from: number, blocks: RichBlock[]): number {
  let at = from
  const texts: string[] = []
  for (; at < lines.length && lines[at]?.startsWith(">"); at += 1)
    texts.push((lines[at] ?? "").replace(/^>\s?/, ""))
  blocks.push({ kind: "quote", children: parseInline(texts.join("\n")) })
  return at
}

function readParagraph(lines: readonly string[], from: number, blocks: RichBlock[]): number {
  let at = from
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? ""
    const isOther = line.trim() === "" || line.startsWith("```") || line.startsWith(">")
    if (at > from && (isOther || heading.test(line) || listItem.test(line))) break
  }
  blocks.push({ kind: "paragraph", children: parseInline(lines.slice(from, at).join("\n")) })
  return at
}

/** Reads bold, italic, strike, code, links and line breaks. Marks without a partner stay text. */
export function parseInline(text: string, depth = 0): RichInline[] {
  const nodes: RichInline[] = []
  let plain = ""
  const flush = () => {
    if (plain !== "") nodes.push({ kind: "text", text: plain })
    plain = ""
  }
  const closers = new Closers(text)
  let at = 0
  while (at < text.length) {
    const found = depth < maxDepth ? readMark(text, at, depth, closers) : null
    if (found) {
      flush()
      nodes.push(found.node)
      at = found.end
    } else if (text[at] === "\\" && /[\\`*_~[\]()#>+.!-]/.test(text[at + 1] ?? "")) {
      plain += text[at + 1]
      at += 2
    } else {
      plain += text[at]
      at += 1
    }
  }
  flush()
  return nodes
}

/** Remembers marks that have no partner further on, so that ten thousand stars are looked at once. */
class Closers {
  private readonly text: string
  private readonly absentFrom = new Map<string, number>()
  constructor(text: string) {
    this.text = text
  }
  find(mark: string, from: number): number {
    const absent = this.absentFrom.get(mark)
    if (absent !== undefined && from >= absent) return -1
    const at = this.text.indexOf(mark, from)
    if (at < 0) this.absentFrom.set(mark, from)
    return at
  }
}

interface Found {
  node: RichInline
  end: number
}

function readMark(text: string, at: number, depth: number, closers: Closers): Found | null {
  const char = text[at]
  if (char === "\n") return { node: { kind: "break" }, end: at + 1 }
  if (char === "`") return readCode(text, at, closers)
  if (char === "*" || char === "_" || char === "~") return readPair(text, at, depth, closers)
  if (char === "[") return readLink(text, at, depth, closers)
  if (char === "h" && /^https?:\/\//.test(text.slice(at, at + 8))) return readBareLink(text, at)
  return null
}

function readCode(text: string, at: number, closers: Closers): Found | null {
  const end = closers.find("`", at + 1)
  return end > at + 1
    ? { node: { kind: "code", text: text.slice(at + 1, end) }, end: end + 1 }
    : null
}

function readPair(text: string, at: number, depth: number, closers: Closers): Found | null {
  const char = text[at] ?? ""
  const isDouble = text[at + 1] === char
  if (char === "~" && !isDouble) return null
  const mark = isDouble ? char + char : char
  const from = at + mark.length
  const isInsideWord = char === "_" && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "")
  if (isInsideWord || /\s/.test(text[from] ?? " ")) return null
  const end = closers.find(mark, from + 1)
  if (end < 0 || /\s/.test(text[end - 1] ?? " ")) return null
  const kind = char === "~" ? "strike" : isDouble ? "strong" : "emphasis"
  const children = parseInline(text.slice(from, end), depth + 1)
  return { node: { kind, children }, end: end + mark.length }
}

function readLink(text: string, at: number, depth: number, closers: Closers): Found | null {
  const middle = closers.find("](", at + 1)
  if (middle < 0 || middle - at > 1000) return null
  const end = closers.find(")", middle + 2)
  if (end < 0 || end - middle > 2000) return null
  const children = parseInline(text.slice(at + 1, middle), depth + 1)
  const href = safeLink(text.slice(middle + 2, end).trim())
  if (href === null) return { node: { kind: "strong", children }, end: end + 1 }
  return { node: { kind: "link", href, children }, end: end + 1 }
}

function readBareLink(text: string, at: number): Found | null {
  const match = /^https?:\/\/[^\s<>"'`]{1,2000}/.exec(text.slice(at, at + 2010))
  const raw = match?.[0].replace(/[.,;:!?)\]]+$/, "") ?? ""
  const href = safeLink(raw)
  return href
    ? {
        node: { kind: "link", href, children: [{ kind: "text", text: raw }] },
        end: at + raw.length,
      }
    : null
}

/**
 * Returns the address when following it is harmless, else null.
 *
 * Allowed are http, https, mailto and tel. Blanks and control characters, with which schemes are
 * hidden from simple checks, refuse the whole address.
 */
export function safeLink(href: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what hides a scheme
  if (/[\u0000-\u0020\u007f-\u009f\u2028\u2029\\]/.test(href)) return null
  return /^(https?:\/\/[^/]|mailto:[^:]|tel:[+\d])/i.test(href) ? href : null
}

/** The words alone, for notifications and screen readers. */
export function plainText(nodes: RichText): string {
  const words = (inlines: readonly RichInline[]): string =>
    inlines
      .map((node) =>
        "children" in node ? words(node.children) : "text" in node ? node.text : "\n",
      )
      .join("")
  return nodes
    .map((block) => {
      if (block.kind === "list") return block.items.map(words).join("\n")
      if (block.kind === "code") return block.text
      return block.kind === "rule" ? "" : words(block.children)
    })
    .join("\n")
}
