/** An element of a page or of an XML document. Children are in order; texts stand between them as strings. */
export interface MarkupElement {
  /** Lower case in HTML; as written in XML, with its prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: MarkupElement | null
  readonly children: (MarkupElement | string)[]
  /** The element before this one under the same parent. */
  readonly before: MarkupElement | null
  /** Its place in `Markup.elements`. */
  readonly number: number
}

/** A document whose size and depth were bounded when it was read. */
export interface Markup {
  /** Holds the outermost elements; it has no name and is not among `elements`. */
  readonly root: MarkupElement
  /** Every element in the order of the document. */
  readonly elements: readonly MarkupElement[]
  readonly isXml: boolean
}

export const isElement = (child: MarkupElement | string): child is MarkupElement =>
  typeof child !== "string"

/** Elements whose text nobody reads on the page. */
const unread = new Set(["script", "style", "template", "noscript"])

/** The text of an element with its blanks run together, as a person would read it. Depth is bounded by the reader. */
export function textOf(element: MarkupElement): string {
  const parts: string[] = []
  collectText(element, parts)
  return parts.join("").replace(/\s+/g, " ").trim()
}

/** Elements that begin on a line of their own: their text does not touch what stands before. */
const blocks = /^(?:address|article|br|dd|div|dt|h[1-6]|hr|li|ol|p|section|table|td|th|tr|ul)$/

function collectText({ children }: MarkupElement, parts: string[]) {
  for (const child of children) {
    if (!isElement(child)) parts.push(child)
    else if (!unread.has(child.name)) {
      const isBlock = blocks.test(child.name)
      if (isBlock) parts.push(" ")
      collectText(child, parts)
      if (isBlock) parts.push(" ")
    }
  }
}
