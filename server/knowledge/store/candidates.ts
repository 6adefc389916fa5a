import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { textWordsForm } from "../words/text-words.ts"
import { printVector } from "./chunks.ts"
import { wantModelIndex } from "./vector-index.ts"

/** A base as a search sees it. */
export interface SearchedBase {
  readonly id: string
  readonly name: string
  readonly model: string
  readonly chunks: number
  /** Another one whenever its chunks have changed. */
  readonly version: string
}

/** The bases of a bot that are asked: those named, or all. */
export async function listSearchedBases(
  db: Database,
  { orgId, botId }: { readonly orgId: OrgId; readonly botId: string },
  names: readonly string[],
): Promise<SearchedBase[]> {
  return await db.tenantQuery<SearchedBase>(
    [orgId],
    `select b.id, b.name, b.model, coalesce(d.chunks, 0)::int as chunks, d.version
     from knowledge_bases b cross join lateral (
       select sum(d.chunks) as chunks,
         concat_ws(' ', count(*), sum(d.chunks), sum(d.embedded), sum(d.epoch), max(d.ready_at)) as version
       from knowledge_documents d where d.org_id = b.org_id and d.base_id = b.id) d
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
  /** Its words as `printTextWords` has them; null for one that was stored before they were, and has its text instead. */
  readonly words: string | null
  readonly text: string | null
  readonly section: string | null
  readonly page: number | null
  readonly baseId: string
  readonly title: string
  readonly url: string | null
  /** How near its vector is to the question's; 0 without one. Units: cosine. */
  readonly likeness: number
  /** Beside a text: stems of its words and headings, where they are more than it gives away; else null. */
  readonly terms: readonly string[] | null
}

/** What is searched, and how many of each kind are looked at closely. */
export interface CandidateSearch {
  readonly orgId: OrgId
  readonly baseIds: readonly string[]
  readonly model: string
  readonly vector: Float32Array | null
  /** Chunks that have the words of the question. */
  readonly said: readonly string[]
  readonly useIndex: boolean
  readonly most: number
}

/** Stems beyond those of the text are of headings and translations (`saysMore`); a list of them is dear to bring over. */
const terms = `case when length(c.terms) > 0.8 * (length(c.text) - length(replace(c.text, ' ', '')) + 1)
    then tsvector_to_array(c.terms) end`
const isRead = `c.words like '${textWordsForm}%'`

/**
 * Finds what is nearest in meaning, and fetches it with what has the words: what ranking needs of each, no text.
 * Lists of keys tell the planner that there are few.
 */
export async function findCandidates(db: Database, search: CandidateSearch): Promise<Candidate[]> {
  const { orgId, baseIds, model, vector, said, most } = search
  if (search.useIndex && model !== ownModel) wantModelIndex(db, model, vector?.length ?? 0)
  return await db.tenantQuery<Candidate>(
    [orgId],
    `with asked as materialized (select $5::text::halfvec as vector),
     near as materialized (${nearest(search)}),
     found as (
       select chunk_id, likeness from near union all
       select s.id, coalesce(v.likeness, 0) from unnest($6::text[]) as s (id) left join lateral (
         select -(v.embedding <#> (select vector from asked)) as likeness from knowledge_vectors v
         where v.org_id = $1 and v.chunk_id = s.id and v.model = $3 offset 0) v on true
       where s.id not in (select chunk_id from near)),
     chunks as materialized (
       select c.id, c.document_id as "documentId", c.position, c.section, c.page, c.base_id as "baseId",
         case when ${isRead} then c.words end as words,
         case when ${isRead} then null else c.text end as text,
         case when ${isRead} then null else ${terms} end as terms
       from knowledge_chunks c where c.org_id = $1 and c.id = any (array(select chunk_id from found))),
     documents as materialized (
       select d.id, d.title, d.url from knowledge_documents d
       where d.org_id = $1 and d.id = any (array(select distinct "documentId" from chunks)))
     select c.*, found.likeness::float8, d.title, d.url from found
     join chunks c on c.id = found.chunk_id join documents d on d.id = c."documentId"`,
    [orgId, [...baseIds], model, most, vector === null ? null : printVector(vector), [...said]],
  )
}

/** Of the embedder that comes with the product: its index is made by upkeep, those of others when they are searched. */
const ownModel = "use-lite-en"

/** Without the index every vector is compared: exact, and fast enough for tens of thousands. */
function nearest({ model, vector, useIndex }: CandidateSearch): string {
  const asked = "(select vector from asked)"
  if (vector === null)
    return "select null::text as chunk_id, 0::float8 as likeness where $2::text[] is null and $4::int is null"
  if (!useIndex)
    return `select v.chunk_id, -(v.embedding <#> ${asked}) as likeness from knowledge_vectors v
      where v.org_id = $1 and v.base_id = any ($2::text[]) and v.model = $3
      order by v.embedding <#> ${asked} limit $4::int`
  return model === ownModel
    ? `select chunk_id, likeness from knowledge_nearest($1, $2::text[], ${asked}, $4::int)`
    : `select chunk_id, likeness from knowledge_nearest_of($1, $2::text[], ${asked}, $4::int, $3)`
}

/** A chunk beside one that was found. */
export interface Neighbour
  extends Pick<Candidate, "id" | "documentId" | "position" | "section" | "page"> {
  readonly text: string
  /** Stems of its words and headings, where they are more than its text gives away; else null. */
  readonly terms: readonly string[] | null
}

/** The chunks around places, for passages that show more than what was found. */
export async function listNeighbours(
  db: Database,
  orgId: OrgId,
  places: readonly { readonly documentId: string; readonly position: number }[],
  reach: number,
): Promise<Neighbour[]> {
  // Each place by its key: how few they are the planner knows then.
  const around = new Map(
    places.flatMap(({ documentId, position }) =>
      Array.from({ length: 2 * reach + 1 }, (_, step) => position - reach + step).map(
        (at) => [`${documentId} ${at}`, [documentId, at]] as const,
      ),
    ),
  )
  return await db.tenantQuery<Neighbour>(
    [orgId],
    `select c.id, c.document_id as "documentId", c.position, c.text, c.section, c.page, ${terms} as terms
     from unnest($2::text[], $3::int[]) as w (document_id, position)
     join knowledge_chunks c on c.org_id = $1 and c.document_id = w.document_id and c.position = w.position`,
    [orgId, [...around.values()].map(([id]) => id), [...around.values()].map(([, at]) => at)],
  )
}
