import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { SearchedBase } from "../store/candidates.ts"
import { countTerms } from "../store/said.ts"

const mostBases = 200
const mostWords = 10_000

/** Remembers in how many chunks words stand, as long as the bases stay as they are: common words are slow to count. */
export interface TermCounts {
  /** One number for each query, in order. */
  count(
    db: Database,
    orgId: OrgId,
    bases: readonly SearchedBase[],
    queries: readonly string[],
  ): Promise<number[]>
}

export function createTermCounts(): TermCounts {
  const shelves = new Map<string, Map<string, number>>()
  const shelfOf = (key: string) => {
    const shelf = shelves.get(key) ?? new Map<string, number>()
    // What was asked last is forgotten last.
    shelves.delete(key)
    shelves.set(key, shelf)
    if (shelves.size > mostBases) shelves.delete(shelves.keys().next().value ?? "")
    return shelf
  }
  return {
    async count(db, orgId, bases, queries) {
      const shelf = shelfOf(bases.map(({ id, version }) => `${id} ${version}`).join("\n"))
      const unknown = [...new Set(queries)].filter((query) => !shelf.has(query))
      const ids = bases.map(({ id }) => id)
      const counts = await countTerms(db, orgId, ids, unknown)
      const known = new Map(unknown.map((query, at) => [query, counts[at] ?? 0]))
      const found = queries.map((query) => known.get(query) ?? shelf.get(query) ?? 0)
      if (shelf.size > mostWords) shelf.clear()
      for (const [query, count] of known) shelf.set(query, count)
      return found
    },
  }
}
