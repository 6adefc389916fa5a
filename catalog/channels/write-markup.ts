/** Writes a message in the markup of a channel: what Markdown says and the channel cannot, becomes plain. */
import type { RichBlock, RichInline, RichText } from "../rich-text.ts"
import type { Markup } from "./define.ts"

interface Marks {
  readonly strong: string
  readonly emphasis: string
  readonly strike: string
  readonly code: string
  readonly fence: string
  readonly bullet: string
  readonly quote: string
  readonly link: (words: string, href: string) => string
}

const namedLink = (words: string, href: string): string => {
  const bare = href.replace(/^(?:mailto|tel):/, "")
  return words === href || words === bare ? bare : `${words} (${bare})`
}
const plain: Marks = {
  ...{ strong: "", emphasis: "", strike: "", code: "", fence: "" },
  ...{ bullet: "- ", quote: "", link: namedLink },
}
const marks: Readonly<Record<Exclude<Markup, "markdown">, Marks>> = {
  none: plain,
  whatsapp: {
    ...{ strong: "*", emphasis: "_", strike: "~", code: "`", fence: "```" },
    ...{ bullet: "* ", quote: "> ", link: namedLink },
  },
  telegram: {
    ...{ strong: "*", emphasis: "_", strike: "~", code: "`", fence: "```" },
    ...{ bullet: "• ", quote: "> ", link: (words, href) => `[${words}](${href})` },
  },
  slack: {
    ...{ strong: "*", emphasis: "_", strike: "~", code: "`", fence: "```" },
    ...{ bullet: "• ", quote: "> ", link: (words, href) => `<${href}|${words}>` },
  },
}

/** Shape: blocks are parted by a blank line, as a person would. */
export function writeMarkup(text: RichText, markup: Exclude<Markup, "markdown">): string {
  return text
    .map((block) => writeBlock(block, marks[markup]))
    .filter((block) => block !== "")
    .join("\n\n")
}

function writeBlock(block: RichBlock, own: Marks): string {
  switch (block.kind) {
    case "paragraph":
      return writeInlines(block.children, own)
    case "heading":
      return wrap(own.strong, writeInlines(block.children, { ...own, strong: "" }))
    case "list":
      return block.items
        .map((item, at) => {
          const mark = block.isOrdered ? `${block.start + at}. ` : own.bullet
          return mark + writeInlines(item, own)
        })
        .join("\n")
    case "quote":
      return writeInlines(block.children, own)
        .split("\n")
        .map((line) => own.quote + line)
        .join("\n")
    case "code":
      return own.fence === "" ? block.text : `${own.fence}\n${block.text}\n${own.fence}`
    case "rule":
      return "———"
  }
}

const writeInlines = (nodes: readonly RichInline[], own: Marks): string =>
  nodes.map((node) => writeInline(node, own)).join("")

function writeInline(node: RichInline, own: Marks): string {
  switch (node.kind) {
    case "text":
      return node.text
    case "break":
      return "\n"
    case "code":
      return wrap(own.code, node.text)
    case "link":
      return own.link(writeInlines(node.children, own), node.href)
    case "strong":
    case "emphasis":
    case "strike":
      return wrap(own[node.kind], writeInlines(node.children, own))
  }
}

const wrap = (mark: string, words: string): string => (words === "" ? "" : mark + words + mark)

/** What of Markdown a text uses that a channel shows as plain words. */
export type LostMarkup = "emphasis" | "heading" | "link"

/** Lists what is lost, each kind once, in the order of the type. */
export function listLostMarkup(text: RichText, markup: Markup): LostMarkup[] {
  const lost: LostMarkup[] = []
  if (markup === "none" && text.some(hasEmphasis)) lost.push("emphasis")
  if (markup !== "markdown" && text.some(({ kind }) => kind === "heading")) lost.push("heading")
  if ((markup === "none" || markup === "whatsapp") && text.some(hasNamedLink)) lost.push("link")
  return lost
}

const inlinesOf = (block: RichBlock): readonly RichInline[] => {
  if (block.kind === "list") return block.items.flat()
  return "children" in block ? block.children : []
}
const hasEmphasis = (block: RichBlock): boolean =>
  block.kind === "code" || block.kind === "quote" || inlinesOf(block).some(isEmphasized)

const isEmphasized = (node: RichInline): boolean =>
  node.kind === "strong" ||
  node.kind === "emphasis" ||
  node.kind === "strike" ||
  node.kind === "code"

const hasNamedLink = (block: RichBlock): boolean =>
  inlinesOf(block).some(
    (node) =>
      node.kind === "link" &&
      node.children.some((child) => child.kind !== "text" || child.text !== node.href),
  )
