import type { Json } from "#basic/vm/value.ts"
import { isElement, type Markup, type MarkupElement, textOf } from "../markup/markup.ts"
import { readMarkup } from "../markup/read-markup.ts"
import { EffectFailed } from "../step.ts"

/** More of a text than this is left out: a feed is a list, not a library. Units: characters. */
const maxTextChars = 20_000

/**
 * Reads the entries of an RSS 2 (and older) or Atom feed, newest as the feed has them.
 *
 * Shape:  `{ title, link, description, published, author, id, categories }`; texts without markup,
 *         `published` as an ISO moment or null.
 * Throws: `EffectFailed` "http.feed_refused" for a document that is neither.
 */
export function readEntries(feed: Markup, base: string): { [key: string]: Json }[] {
  const top = feed.root.children.filter(isElement).map(({ name }) => localName(name))
  const kind = top.find((name) => name === "rss" || name === "feed" || name === "RDF")
  if (kind === undefined)
    throw new EffectFailed("http.feed_refused", "The document is neither an RSS nor an Atom feed.")
  const wanted = kind === "feed" ? "entry" : "item"
  return feed.elements
    .filter(({ name }) => localName(name) === wanted)
    .map((entry) => toEntry(new EntryReader(entry, base)))
}

const toEntry = (entry: EntryReader): { [key: string]: Json } => ({
  title: entry.readText("title"),
  link: entry.readLink(),
  description: entry.readText("description", "summary", "content", "encoded"),
  published: entry.readMoment("pubDate", "published", "updated", "date"),
  author: entry.readAuthor(),
  id: entry.readText("guid", "id") || entry.readLink(),
  categories: entry.readCategories(),
})

class EntryReader {
  readonly #parts: readonly MarkupElement[]
  readonly #base: string

  constructor(entry: MarkupElement, base: string) {
    this.#parts = entry.children.filter(isElement)
    this.#base = base
  }

  /** The text of the first part of one of these names; markup inside it goes. */
  readText(...names: readonly string[]): string {
    const text = plainText(this.#find(...names))
    return text.slice(0, maxTextChars)
  }

  readLink(): string {
    const links = this.#parts.filter(({ name }) => localName(name) === "link")
    const best = links.find(
      ({ attributes }) => (attributes.get("rel") ?? "alternate") === "alternate",
    )
    const address = best?.attributes.get("href") ?? (best ? textOf(best) : "")
    if (address === "") return ""
    return URL.canParse(address, this.#base) ? new URL(address, this.#base).href : address
  }

  readMoment(...names: readonly string[]): string | null {
    const ms = Date.parse(plainText(this.#find(...names)))
    return Number.isNaN(ms) ? null : new Date(ms).toISOString()
  }

  readAuthor(): string {
    const author = this.#find("author", "creator")
    const name = author?.children.filter(isElement).find((part) => localName(part.name) === "name")
    return plainText(name ?? author)
  }

  readCategories(): string[] {
    return this.#parts
      .filter(({ name }) => localName(name) === "category")
      .map((part) => part.attributes.get("term") ?? textOf(part))
      .filter((category) => category !== "")
  }

  #find(...names: readonly string[]): MarkupElement | undefined {
    for (const wanted of names) {
      const found = this.#parts.find(({ name }) => localName(name) === wanted)
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** Feeds carry HTML as text: what a person would read of it. */
function plainText(element: MarkupElement | undefined): string {
  if (element === undefined) return ""
  const text = textOf(element)
  if (!/[<&]/.test(text)) return text
  return textOf(readMarkup(text.slice(0, 10 * maxTextChars), { isXml: false }).root)
}

/** The name without its prefix. */
const localName = (name: string): string => name.slice(name.indexOf(":") + 1)
