import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { Param } from "#db/wire/encode.ts"
import { printVector } from "./chunks.ts"

/** A base as a search sees it. */
export interface SearchedBase {
  readonly id: string
  readonly name: string
  readonly model: string
  readonly chunks: number
}

/** The bases of a bot that are asked: those named, or all. */
export async function listSearchedBases(
  db: Database,
  { orgId, botId }: { readonly orgId: OrgId; readonly botId: string },
  names: readonly string[],
): Promise<SearchedBase[]> {
  return await db.tenantQuery<SearchedBase>(
    [orgId],
    `select b.id, b.name, b.model, coalesce(
       (select sum(d.chunks) from knowledge_documents d where d.org_id = b.org_id and d.base_id = b.id), 0)::int as chunks
     from knowledge_bases b
     where b.org_id = $1 and b.bot_id = $2 and ($3::text[] = '{}' or lower(b.name) = any ($3::text[]))
     order by b.name`,
    [orgId, botId, names.map((name) => name.trim().toLowerCase())],
  )
}

/** A chunk that may answer. */
export interface Candidate {
  readonly id: string
  readonly documentId: string
  readonly position: number
  readonly text: string
  readonly section: string | null
  readonly page: number | null
  readonly baseId: string
  readonly title: string
  readonly url: string | null
  /** How near its vector is to the question's; 0 without one. Units: cosine. */
  readonly likeness: number
  /** Stems of its words and headings. */
  readonly terms: readonly string[]
}

/** A word of the question as the database looks for it: any of its stems. */
export interface SearchedTerm {
  readonly stems: readonly string[]
  readonly weight: number
}

/** What is searched, and how many of each kind are looked at closely. */
export interface CandidateSearch {
  readonly orgId: OrgId
  readonly baseIds: readonly string[]
  readonly model: string
  readonly vector: Float32Array | null
  readonly terms: readonly SearchedTerm[]
  readonly useIndex: boolean
  readonly most: number
}

const columns = `c.id, c.document_id as "documentId", c.position, c.text, c.section, c.page, c.base_id as "baseId",
  d.title, d.url, tsvector_to_array(c.terms) as terms`

/** Finds what is nearest in meaning and what has most of the words, both in one statement. */
export async function findCandidates(db: Database, search: CandidateSearch): Promise<Candidate[]> {
  const params: Param[] = [search.orgId, [...search.baseIds], search.model, search.most]
  const add = (value: Param): string => `$${params.push(value)}`
  const vector = search.vector === null ? null : `${add(printVector(search.vector))}::text::halfvec`
  const near =
    vector === null
      ? "select null::text as id, 0::float8 as likeness where $3::text is null and $4::int is null"
      : nearest(search, vector)
  const likeness =
    vector === null
      ? "0"
      : `coalesce(near.likeness, (select -(v.embedding <#> ${vector}) from knowledge_vectors v
      where v.org_id = c.org_id and v.chunk_id = c.id and v.model = $3), 0)`
  return await db.tenantQuery<Candidate>(
    [search.orgId],
    `with near as materialized (${near}), said as materialized (${withWords(search.terms, add)}),
     picked as (select id from near union select id from said)
     select ${columns}, ${likeness}::float8 as likeness
     from picked join knowledge_chunks c on c.org_id = $1 and c.id = picked.id
     join knowledge_documents d on d.org_id = c.org_id and d.id = c.document_id
     left join near on near.id = c.id`,
    params,
  )
}

/** Without the index every vector is compared: exact, and fast enough for tens of thousands. */
function nearest({ useIndex }: CandidateSearch, vector: string): string {
  if (useIndex)
    return `select chunk_id as id, likeness from knowledge_nearest($1, $2::text[], ${vector}, $4::int)`
  return `select v.chunk_id as id, -(v.embedding <#> ${vector}) as likeness from knowledge_vectors v
    where v.org_id = $1 and v.base_id = any ($2::text[]) and v.model = $3
    order by v.embedding <#> ${vector} limit $4::int`
}

/** The rarest words choose, all words rank. */
function withWords(terms: readonly SearchedTerm[], add: (value: Param) => string): string {
  const known = terms.filter(({ stems }) => stems.length > 0)
  if (known.length === 0) return "select null::text as id where $2::text[] is null"
  const ranked = [...known].sort((a, b) => b.weight - a.weight)
  const choosing = ranked.slice(0, 8).flatMap(({ stems }) => stems)
  const score = ranked
    .slice(0, 16)
    .map(
      ({ stems, weight }) =>
        `${add(weight)}::float8 * (c.terms @@ ${add(toQuery(stems))}::text::tsquery)::int`,
    )
    .join(" + ")
  return `select c.id from knowledge_chunks c
    where c.org_id = $1 and c.base_id = any ($2::text[]) and c.terms @@ ${add(toQuery(choosing))}::text::tsquery
    order by ${score} desc, c.id limit $4::int`
}

/** Stems are letters and digits alone: nothing in them can end a quote. */
export function toQuery(stems: readonly string[]): string {
  return [...new Set(stems)]
    .map((stem) => `'${stem.replace(/[^\p{L}\p{N}]/gu, "")}'`)
    .filter((each) => each !== "''")
    .join(" | ")
}

/** In how many chunks each word stands, counted no further than `most`. */
export async function countTerms(
  db: Database,
  orgId: OrgId,
  baseIds: readonly string[],
  queries: readonly string[],
  most: number,
): Promise<number[]> {
  if (queries.length === 0) return []
  const rows = await db.tenantQuery<{ count: number }>(
    [orgId],
    `select (select count(*) from (select from knowledge_chunks c
       where c.org_id = $1 and c.base_id = any ($2::text[]) and c.terms @@ q.query::tsquery limit $4::int) found)::int as count
     from unnest($3::text[]) with ordinality as q (query, place) order by q.place`,
    [orgId, [...baseIds], [...queries], most],
  )
  return rows.map(({ count }) => count)
}

/** A chunk beside one that was found. */
export type Neighbour = Pick<
  Candidate,
  "id" | "documentId" | "position" | "text" | "section" | "page" | "terms"
>

/** The chunks around places, for passages that show more than what was found. */
export async function listNeighbours(
  db: Database,
  orgId: OrgId,
  places: readonly { readonly documentId: string; readonly position: number }[],
  reach: number,
): Promise<Neighbour[]> {
  return await db.tenantQuery<Neighbour>(
    [orgId],
    `select distinct on (c.document_id, c.position) c.id, c.document_id as "documentId", c.position, c.text,
       c.section, c.page, tsvector_to_array(c.terms) as terms
     from jsonb_to_recordset($2::text::jsonb) as w ("documentId" text, position int)
     join knowledge_chunks c on c.org_id = $1 and c.document_id = w."documentId"
       and c.position between w.position - $3::int and w.position + $3::int
     order by c.document_id, c.position`,
    [orgId, JSON.stringify(places), reach],
  )
}
