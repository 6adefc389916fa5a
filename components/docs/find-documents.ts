/** One page of the documentation as its index shows it. */
export interface DocumentEntry {
  readonly kind: string
  readonly name: string
  readonly title: string
  readonly summary: string
  /** What else it is found by. */
  readonly terms?: string
}

export const shelves = ["guides", "keywords", "errors"] as const
export type Shelf = (typeof shelves)[number]

/** Guides in the order in which one would read them; others follow by name. */
const readingOrder = [
  "getting-started",
  "building-on-the-canvas",
  "starters-and-languages",
  "building-together",
  "versions",
  "basic-for-beginners",
  "automation",
  "files",
  "knowledge",
  "understanding",
  "people-and-mail",
  "models-and-services",
  "prompts-and-evaluation",
  "embedding",
  "rest-api",
  "developers",
  "live-chat",
  "command-line",
  "testing-conversations",
  "debugging",
  "editors",
  "self-hosting",
  "security",
]

/**
 * Finds the pages that have every word, in any case, in their name, title, summary or terms.
 *
 * Shape: the page called like the words comes first, then pages whose title begins with them, has them, whose summary has
 *        them, and those that only mention them; among equals guides in reading order, and keywords before errors.
 */
export function findDocuments(
  documents: readonly DocumentEntry[],
  words: string,
): readonly DocumentEntry[] {
  const wanted = normalize(words).split(" ").filter(Boolean)
  if (wanted.length === 0) return [...documents].sort((a, b) => placeOf(a) - placeOf(b))
  return documents
    .flatMap((document) => {
      const rank = rankOf(document, wanted)
      return rank === null ? [] : [{ document, rank }]
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        placeOf(a.document) - placeOf(b.document) ||
        a.document.title.length - b.document.title.length,
    )
    .map(({ document }) => document)
}

/** Underscores and hyphens part words: SET_BOT_MEMORY is found by its words. */
const normalize = (text: string): string =>
  text.toLowerCase().replace(/[_-]+/g, " ").replace(/\s+/g, " ").trim()

/** How well a page answers, 0 best; null when a word is nowhere on it. */
function rankOf({ name, title, summary, terms = "" }: DocumentEntry, wanted: readonly string[]) {
  const all = wanted.join(" ")
  const heading = normalize(title)
  const file = normalize(name)
  if (heading === all || file === all) return 0
  if (heading.startsWith(`${all} `)) return 1
  if (heading.startsWith(all)) return 2
  const parts = [`${heading} ${file}`, normalize(summary), normalize(terms)]
  let text = ""
  for (const [index, part] of parts.entries()) {
    text += ` ${part}`
    if (wanted.every((word) => text.includes(` ${word}`))) return 3 + index * 2
    if (wanted.every((word) => text.includes(word))) return 4 + index * 2
  }
  return null
}

function placeOf({ kind, name }: DocumentEntry): number {
  const at = kind === "guides" ? readingOrder.indexOf(name) : -1
  return at < 0 ? readingOrder.length + (shelves as readonly string[]).indexOf(kind) : at
}
