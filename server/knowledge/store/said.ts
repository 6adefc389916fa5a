import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"

/** A word of the question as the database looks for it: any of its stems. */
export interface SearchedTerm {
  readonly stems: readonly string[]
  readonly weight: number
  /** In how many chunks it stands, as far as they were counted. */
  readonly count: number
}

/** Further the chunks of a word are not counted: what is in so many tells few apart. */
export const mostCounted = 1_000
/** Chunks that the choosing words find together are looked at closely; the rarest word chooses in any case. */
const choosable = 500
/** The function of the database has so many places for words. */
const places = 12

/** In how many chunks each word stands, counted no further than `mostCounted`. */
export async function countTerms(
  db: Database,
  orgId: OrgId,
  baseIds: readonly string[],
  queries: readonly string[],
): Promise<number[]> {
  if (queries.length === 0) return []
  const rows = await db.searchQuery<{ count: number }>(
    [orgId],
    "select count from knowledge_counts($1, $2, $3) count",
    [[...baseIds], [...queries], mostCounted],
  )
  return rows.map(({ count }) => count)
}

/** The chunks that have most of the words, the best first. */
export async function listSaid(
  db: Database,
  orgId: OrgId,
  baseIds: readonly string[],
  terms: readonly SearchedTerm[],
  most: number,
): Promise<string[]> {
  const choosing = chooseQuery(terms)
  if (choosing === null) return []
  const ranked = terms.filter(isSomewhere).sort((a, b) => b.weight - a.weight)
  const filled = Array.from({ length: places }, (_, at) => ranked[at])
  const rows = await db.searchQuery<{ id: string }>(
    [orgId],
    `select id from knowledge_said($1, $2::text::tsquery, $3, $4, $5,
       ${filled.map((_, at) => `$${at + 6}::text::tsquery`).join(", ")}) id`,
    [
      [...baseIds],
      choosing,
      mostCounted,
      most,
      filled.map((term) => term?.weight ?? 0),
      ...filled.map((term) => (term === undefined ? null : toQuery(term.stems))),
    ],
  )
  return rows.map(({ id }) => id)
}

const isSomewhere = ({ stems, count }: SearchedTerm) => count > 0 && stems.length > 0

/**
 * The words that choose what is looked at: the rarest, until they find enough. Where all are common, two of them
 * have to stand together.
 */
export function chooseQuery(terms: readonly SearchedTerm[]): string | null {
  const [rarest, ...others] = terms.filter(isSomewhere).sort((a, b) => a.count - b.count)
  if (rarest === undefined) return null
  if (rarest.count >= mostCounted && others.length > 0)
    return pairsOf([rarest, ...others.slice(0, 3)]).join(" | ")
  const chosen = [toQuery(rarest.stems)]
  let found = rarest.count
  for (const { stems, count } of others) {
    found += count
    if (found > choosable) break
    chosen.push(toQuery(stems))
  }
  return chosen.join(" | ")
}

function pairsOf(terms: readonly SearchedTerm[]): string[] {
  return terms.flatMap((one, at) =>
    terms.slice(at + 1).map((other) => `(${toQuery(one.stems)}) & (${toQuery(other.stems)})`),
  )
}

/** Stems are letters and digits alone: nothing in them can end a quote. */
export function toQuery(stems: readonly string[]): string {
  return [...new Set(stems)]
    .map((stem) => `'${stem.replace(/[^\p{L}\p{N}]/gu, "")}'`)
    .filter((each) => each !== "''")
    .join(" | ")
}
