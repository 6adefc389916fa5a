/** One page of the documentation as its index shows it. */
export interface DocumentEntry {
  readonly kind: string
  readonly name: string
  readonly title: string
  readonly summary: string
}

export const shelves = ["guides", "keywords", "errors"] as const
export type Shelf = (typeof shelves)[number]

/** Guides in the order in which one would read them; others follow by name. */
const readingOrder = [
  "getting-started",
  "building-on-the-canvas",
  "basic-for-beginners",
  "automation",
  "files",
  "people-and-mail",
  "embedding",
  "rest-api",
  "live-chat",
  "command-line",
  "testing-conversations",
  "editors",
  "self-hosting",
  "security",
]

/**
 * Finds the pages that have every word, in any case, in their name, title or summary.
 *
 * Shape: guides in reading order first; where words are given, pages whose title begins with them come first.
 */
export function findDocuments(
  documents: readonly DocumentEntry[],
  words: string,
): readonly DocumentEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const begins = ({ title }: DocumentEntry) =>
    wanted.length > 0 && title.toLowerCase().startsWith(wanted.join(" ")) ? 0 : 1
  return documents
    .filter(({ name, title, summary }) => {
      const text = `${name} ${title} ${summary}`.toLowerCase()
      return wanted.every((word) => text.includes(word))
    })
    .sort((a, b) => begins(a) - begins(b) || placeOf(a) - placeOf(b))
}

function placeOf({ kind, name }: DocumentEntry): number {
  const at = kind === "guides" ? readingOrder.indexOf(name) : -1
  return at < 0 ? readingOrder.length : at
}
