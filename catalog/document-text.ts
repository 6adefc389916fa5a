import {
  parseInline,
  parseRichText,
  plainText,
  type RichBlock,
  type RichInline,
} from "./rich-text.ts"

/** A page of the documentation: what a message may hold, and tables, headings with a name, code with its language. */
export type DocumentText = readonly DocumentBlock[]

export type DocumentBlock =
  | Exclude<RichBlock, { readonly kind: "code" | "heading" }>
  | {
      readonly kind: "heading"
      readonly level: 1 | 2 | 3
      /** Its name in the address of the page. */
      readonly id: string
      readonly children: readonly RichInline[]
    }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | {
      readonly kind: "table"
      readonly head: readonly (readonly RichInline[])[]
      readonly rows: readonly (readonly (readonly RichInline[])[])[]
    }

/** Links between documents get this origin on the way through the parser of messages, which keeps whole addresses alone. */
const siteOrigin = "https://site.invalid"

/**
 * Reads a document of ours.
 *
 * Shape: links to other documents lose their `.md` and become paths of the site (`siteLink` tells them);
 *        a link to a README leads to the index.
 */
export function parseDocument(markdown: string, path: string): DocumentText {
  const blocks: DocumentBlock[] = []
  const words: string[] = []
  const flush = () => {
    blocks.push(...readWords(words.splice(0).join("\n"), path))
  }
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n")
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ""
    const isFence = line.startsWith("```")
    const isTable = line.startsWith("|") && /^\|[ :|-]+\|$/.test(lines[at + 1] ?? "")
    if (!isFence && !isTable) {
      words.push(line)
      continue
    }
    flush()
    const end = isFence ? endOfFence(lines, at) : endOfTable(lines, at)
    blocks.push(isFence ? readCode(lines, at, end) : readTable(lines.slice(at, end), path))
    at = isFence ? end : end - 1
  }
  flush()
  return blocks
}

/** The path of this site a link leads to; null when it leads elsewhere. */
export function siteLink(href: string): string | null {
  return href.startsWith(`${siteOrigin}/`) ? href.slice(siteOrigin.length) : null
}

function readWords(text: string, path: string): DocumentBlock[] {
  return parseRichText(resolveLinks(text, path)).map((block) => {
    if (block.kind === "heading") return { ...block, id: headingId(block) }
    return block.kind === "code" ? { ...block, language: "" } : block
  })
}

/** A link to a file that is no page here stays as it is, and so becomes emphasised words. */
function resolveLinks(text: string, path: string): string {
  return text.replace(/\]\((?![a-z]+:)([^)\s]+)\)/g, (whole, target: string) => {
    const url = new URL(target, `${siteOrigin}${path}`)
    const page = url.pathname.replace(/\/[^/]+\/README\.md$/, "").replace(/\.md$/, "")
    const isPage = /^\/docs(\/(guides|keywords|errors)\/[^/]+)?$/.test(page)
    return isPage ? `](${siteOrigin}${page}${url.hash})` : whole
  })
}

const headingId = (block: RichBlock): string =>
  plainText([block])
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")

function endOfFence(lines: readonly string[], from: number): number {
  let at = from + 1
  while (at < lines.length && !lines[at]?.startsWith("```")) at += 1
  return at
}

const readCode = (lines: readonly string[], from: number, end: number): DocumentBlock => ({
  kind: "code",
  language: (lines[from] ?? "").slice(3).trim(),
  text: lines.slice(from + 1, end).join("\n"),
})

function endOfTable(lines: readonly string[], from: number): number {
  let at = from + 2
  while (lines[at]?.startsWith("|")) at += 1
  return at
}

function readTable(lines: readonly string[], path: string): DocumentBlock {
  const cellsOf = (line: string) =>
    line
      .replace(/^\||\|\s*$/g, "")
      .split(/(?<!\\)\|/)
      .map((cell) => parseInline(resolveLinks(cell.trim().replaceAll("\\|", "|"), path)))
  const [head = "", , ...rows] = lines
  return { kind: "table", head: cellsOf(head), rows: rows.map(cellsOf) }
}
