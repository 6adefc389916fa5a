import { DocumentRefused } from "./port.ts"

/** A piece of markup: the opening or the end of an element, or text with its entities replaced. */
export type MarkupPiece =
  | {
      readonly kind: "open"
      readonly name: string
      readonly attributes: string
      readonly isEmpty: boolean
    }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string }

const piece = /<!--[\s\S]*?(?:-->|$)|<[?!][^>]*>?|<(\/?)([\w:.-]+)([^<>]*)>|([^<]+)|</g

/**
 * Reads XML or HTML piece by piece, in one pass. Nothing outside the text is ever read, and no entity is
 * known but the five of XML and numbers: a document that declares its own is refused.
 */
export function* readMarkup(source: string): Generator<MarkupPiece> {
  if (/<!ENTITY/i.test(source))
    throw new DocumentRefused("document.unreadable", "The document declares entities of its own.")
  for (const [, slash, name, attributes = "", text] of source.matchAll(piece)) {
    if (text !== undefined) yield { kind: "text", text: decodeEntities(text) }
    else if (name === undefined) continue
    else if (slash === "/") yield { kind: "close", name }
    else yield { kind: "open", name, attributes, isEmpty: attributes.endsWith("/") }
  }
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
}

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g,
    (whole, ...found) => {
      const [decimal, hex, name] = found as (string | undefined)[]
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ""
    },
  )
}

export function encodeEntities(text: string): string {
  return text
    .replace(
      /[&<>"]/g,
      (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign,
    )
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, "")
}

/** One attribute's value, with its entities replaced; null when it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  for (const [, found, double, single] of attributes.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    if (found === name) return decodeEntities(double ?? single ?? "")
  return null
}
