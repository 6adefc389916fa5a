import { Parser } from "htmlparser2"
import { EffectFailed } from "../step.ts"
import type { Markup, MarkupElement } from "./markup.ts"

export const markupLimits = { elements: 100_000, depth: 300, chunkChars: 65_536 }

interface Growing extends MarkupElement {
  last: MarkupElement | null
}

/**
 * Reads HTML, or XML, into a tree. Nothing is loaded and no entity of a document's own is expanded: there
 * is no DTD here, so an external or a multiplying entity stays the text it is.
 *
 * Throws: `EffectFailed` "http.markup_refused" for a document with too many elements or too deep ones, and,
 *         where `refusesDoctype` is set, for one that declares a document type.
 */
export function readMarkup(
  text: string,
  options: { readonly isXml: boolean; readonly refusesDoctype?: boolean },
): Markup {
  const elements: MarkupElement[] = []
  const root: Growing = newElement("", {}, null, -1)
  let open: Growing = root
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (elements.length >= markupLimits.elements)
          throw refuse(`has more than ${markupLimits.elements} elements`)
        if (++depth > markupLimits.depth)
          throw refuse(`nests elements more than ${markupLimits.depth} deep`)
        const element = newElement(name, attributes, open, elements.length)
        open.children.push(element)
        open.last = element
        elements.push(element)
        open = element
      },
      ontext(part) {
        open.children.push(part)
      },
      onclosetag() {
        depth--
        // Every closing that is told belongs to an opening that was told.
        open = (open.parent as Growing | null) ?? root
      },
      onprocessinginstruction(name) {
        if (options.refusesDoctype && /^!(?:doctype|entity)/i.test(name))
          throw refuse("declares a document type, which is not read here")
      },
    },
    { xmlMode: options.isXml, decodeEntities: true },
  )
  for (let at = 0; at < text.length; at += markupLimits.chunkChars)
    parser.write(text.slice(at, at + markupLimits.chunkChars))
  parser.end()
  return { root, elements, isXml: options.isXml }
}

function newElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: Growing | null,
  number: number,
): Growing {
  return {
    name,
    attributes: new Map(Object.entries(attributes)),
    parent,
    children: [],
    before: parent?.last ?? null,
    number,
    last: null,
  }
}

const refuse = (problem: string) =>
  new EffectFailed("http.markup_refused", `The document ${problem}.`)
