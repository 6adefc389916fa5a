import { parseRichText, type RichBlock, type RichInline } from "../catalog/rich-text.ts"
import { h } from "./dom.ts"

/** Draws Markdown by building elements from its tree; no markup of a message is ever parsed as HTML. */
export function drawRichText(source: string, opensNewTab: string): DocumentFragment {
  const fragment = document.createDocumentFragment()
  for (const block of parseRichText(source)) fragment.append(drawBlock(block, opensNewTab))
  return fragment
}

function drawBlock(block: RichBlock, hint: string): HTMLElement {
  switch (block.kind) {
    case "paragraph":
      return h("p", {}, ...drawInlines(block.children, hint))
    case "heading":
      return h(
        "p",
        { class: `h${block.level}`, role: "heading", "aria-level": block.level + 2 },
        ...drawInlines(block.children, hint),
      )
    case "quote":
      return h("blockquote", {}, ...drawInlines(block.children, hint))
    case "code":
      return h("pre", { tabindex: 0 }, h("code", {}, block.text))
    case "rule":
      return h("hr")
    case "list": {
      const items = block.items.map((item) => h("li", {}, ...drawInlines(item, hint)))
      return block.isOrdered ? h("ol", { start: block.start }, ...items) : h("ul", {}, ...items)
    }
  }
}

function drawInlines(nodes: readonly RichInline[], hint: string): Node[] {
  return nodes.map((node) => drawInline(node, hint))
}

function drawInline(node: RichInline, hint: string): Node {
  switch (node.kind) {
    case "text":
      return document.createTextNode(node.text)
    case "break":
      return h("br")
    case "code":
      return h("code", {}, node.text)
    case "strong":
      return h("strong", {}, ...drawInlines(node.children, hint))
    case "emphasis":
      return h("em", {}, ...drawInlines(node.children, hint))
    case "strike":
      return h("s", {}, ...drawInlines(node.children, hint))
    case "link":
      return h(
        "a",
        {
          href: node.href,
          target: "_blank",
          rel: "noopener noreferrer nofollow",
          title: `${node.href} (${hint})`,
        },
        ...drawInlines(node.children, hint),
      )
  }
}
