import type { WordDoc } from "#basic/services/describe.ts"
import type { Hover } from "#basic/services/hover.ts"
import type { SourceWords } from "./source-words.ts"

/** Makes an element with a class and text or children. */
export function draw<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className !== "") element.className = className
  element.append(...content)
  return element
}

/** A word of the language: its shapes, what it does, its operands and an example. */
export function drawDoc(doc: WordDoc, words: SourceWords): HTMLElement {
  const operands = doc.operands.map(({ name, doc: sentence, bounds }) => {
    const range = bounds === "" ? "" : ` (${bounds})`
    return draw("li", "", draw("code", "", name), ` ${words.operand(sentence)}${range}`)
  })
  const shapes = doc.forms.map((form) => draw("code", "bw-doc-form", form))
  return draw(
    "div",
    "bw-doc",
    ...shapes,
    draw("p", "", words.summary(doc)),
    ...(operands.length === 0 ? [] : [draw("ul", "", ...operands)]),
    draw("pre", "", doc.example),
  )
}

/** What stands under the pointer. */
export function drawHover(hover: Hover, words: SourceWords): HTMLElement {
  if (hover.kind === "word") return drawDoc(hover.doc, words)
  const { say } = words
  const { thing, name, definition, count } = hover
  const made = definition === null ? say("neverSet") : say("setInLine", { line: definition.line })
  return draw(
    "div",
    "bw-doc",
    draw("p", "", draw("strong", "", name), ` ${say(`thing.${thing}`)}`),
    draw("p", "", `${made}, ${say("uses", { count })}`),
    ...(definition === null ? [] : [draw("pre", "", definition.text)]),
  )
}
