import { readdirSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"

const folder = join(import.meta.dirname, "../../docs")

/** The shelves of the documentation that the product itself shows. */
export const documentKinds = ["guides", "keywords", "errors"] as const
export type DocumentKind = (typeof documentKinds)[number]

export interface DocumentSummary {
  readonly kind: DocumentKind
  /** The file's name without its ending: the last part of its address. */
  readonly name: string
  readonly title: string
  /** Its first sentence. */
  readonly summary: string
  /** What else it is found by: headings, names in code, codes of errors; lower case, each word once. */
  readonly terms: string
}

/** The documents beside the code, as Markdown. */
export interface Documents {
  list(): Promise<readonly DocumentSummary[]>
  /** Null when there is no such document. */
  read(kind: string, name: string): Promise<string | null>
}

/** Lists the documents once; only a name of the list ever becomes part of a path. */
export function openDocuments(): Documents {
  const files = new Map<string, { readonly kind: DocumentKind; readonly name: string }>()
  for (const kind of documentKinds)
    for (const file of readdirSync(join(folder, kind)).sort())
      if (file.endsWith(".md") && file !== "README.md")
        files.set(`${kind}/${file}`, { kind, name: file.slice(0, -".md".length) })
  const readKnown = (path: string) => readFile(join(folder, path), "utf8")
  let summaries: Promise<readonly DocumentSummary[]> | null = null
  return {
    list: () => {
      summaries ??= Promise.all(
        [...files].map(async ([path, place]) => ({
          ...place,
          ...summarize(await readKnown(path)),
        })),
      )
      return summaries
    },
    read: async (kind, name) => {
      const path = `${kind}/${name}.md`
      return files.has(path) ? readKnown(path) : null
    },
  }
}

/** The title and the first paragraph of words; an error's page has its code between the two. */
function summarize(markdown: string): Pick<DocumentSummary, "title" | "summary" | "terms"> {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? ""
  const paragraphs = markdown.split(/\n{2,}/).map((part) => part.trim())
  const first = paragraphs.find((part) => !/^([#|>-]|```|`[^`]+`$)/.test(part)) ?? ""
  return {
    title,
    terms: termsOf(markdown),
    summary: first.replace(/\s+/g, " ").replace(/\[([^\]]+)\]\([^)]*\)|[*`]/g, "$1"),
  }
}

/** Units: characters of one document's terms, so that the list stays quick to load and to search. */
const mostTermChars = 500

function termsOf(markdown: string): string {
  const headings = [...markdown.matchAll(/^#{2,} (.+)$/gm)].map(([, text = ""]) => text)
  const names = [...markdown.matchAll(/`([^`\n]{2,60})`/g)].map(([, text = ""]) => text)
  const words = [...names, ...headings]
    .join(" ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}_.]+/u)
  const usual = new Set([
    "",
    "how",
    "it",
    "is",
    "written",
    "operands",
    "result",
    "example",
    "errors",
    "on",
    "the",
    "canvas",
  ])
  const kept = [...new Set(words)].filter((word) => !usual.has(word))
  return kept.join(" ").slice(0, mostTermChars)
}
