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
  const ranked = rankTerms(terms)
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

/** The words that rank what is looked at, the weightiest first: as many as the database has places for. */
export function rankTerms(terms: readonly SearchedTerm[]): SearchedTerm[] {
  return terms
    .filter(isSomewhere)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, places)
}

/** Passages of bases in the order of their ids, behind one, with the stems they are found by between blanks. */
export async function listStems(
  db: Database,
  orgId: OrgId,
  baseIds: readonly string[],
  after: string,
  most: number,
): Promise<{ readonly id: string; readonly stems: string }[]> {
  return await db.tenantQuery(
    [orgId],
    `select c.id, array_to_string(tsvector_to_array(c.terms), ' ') as stems from knowledge_chunks c
     where c.org_id = $1 and c.base_id = any ($2::text[]) and c.id > $3 order by c.id limit $4::int`,
    [orgId, [...baseIds], after, most],
  )
}

const isSomewhere = ({ stems, count }: SearchedTerm) => count > 0 && stems.length > 0

/**
 * The words that choose what is looked at, each choice one or more that have to stand together: the rarest, until
 * they find enough. Where all are common, two of them have to.
 */
export function chooseTerms(terms: readonly SearchedTerm[]): SearchedTerm[][] {
  const [rarest, ...others] = terms.filter(isSomewhere).sort((a, b) => a.count - b.count)
  if (rarest === undefined) return []
  if (rarest.count >= mostCounted && others.length > 0)
    return pairsOf([rarest, ...others.slice(0, 3)])
  const chosen = [[rarest]]
  let found = rarest.count
  for (const other of others) {
    found += other.count
    if (found > choosable) break
    chosen.push([other])
  }
  return chosen
}

/** The same as the database reads it; null for nothing. */
export function chooseQuery(terms: readonly SearchedTerm[]): string | null {
  const choices = chooseTerms(terms).map((together) => {
    const queries = together.map(({ stems }) => toQuery(stems))
    return queries.length === 1 ? queries[0] : queries.map((query) => `(${query})`).join(" & ")
  })
  return choices.length === 0 ? null : choices.join(" | ")
}

function pairsOf(terms: readonly SearchedTerm[]): SearchedTerm[][] {
  return terms.flatMap((one, at) => terms.slice(at + 1).map((other) => [one, other]))
}

/** Stems are letters and digits alone: nothing in them can end a quote. */
export function toQuery(stems: readonly string[]): string {
  return plainStems(stems)
    .map((stem) => `'${stem}'`)
    .join(" | ")
}

export function plainStems(stems: readonly string[]): string[] {
  const plain = stems.map((stem) => stem.replace(/[^\p{L}\p{N}]/gu, ""))
  return [...new Set(plain)].filter((stem) => stem !== "")
}
