import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
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
  readonly text: string
  readonly section: string | null
  readonly page: number | null
  readonly baseId: string
  readonly title: string
  readonly url: string | null
  /** How near its vector is to the question's; 0 without one. Units: cosine. */
  readonly likeness: number
  /** Stems of its words and headings, where they are more than its text gives away; else null. */
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

/** Stems beyond those of the text are of headings and translations; a list of them is dear to bring over. */
const terms = `case when length(c.terms) > 0.8 * (length(c.text) - length(replace(c.text, ' ', '')) + 1)
    then tsvector_to_array(c.terms) end as terms`
const columns = `c.id, c.document_id as "documentId", c.position, c.text, c.section, c.page, c.base_id as "baseId",
  d.title, d.url, ${terms}`

/** Finds what is nearest in meaning, and fetches it with what has the words. */
export async function findCandidates(db: Database, search: CandidateSearch): Promise<Candidate[]> {
  const { orgId, model, vector } = search
  const asked = vector === null ? null : printVector(vector)
  const near = asked === null ? [] : await listNearest(db, search, asked)
  return await db.tenantQuery<Candidate>(
    [orgId],
    `select ${columns}, coalesce(-(v.embedding <#> ${vectorOf("$4")}), 0)::float8 as likeness
     from knowledge_chunks c join knowledge_documents d on d.org_id = c.org_id and d.id = c.document_id
     left join knowledge_vectors v on v.org_id = c.org_id and v.chunk_id = c.id and v.model = $3
     where c.org_id = $1 and c.id = any ($2::text[])`,
    [orgId, [...new Set([...near, ...search.said])], model, asked],
  )
}

/** A vector is read from its text once, not for every row that it is compared with. */
const vectorOf = (param: string) => `(select ${param}::text::halfvec)`

/** Of the embedder that comes with the product: its index is made by upkeep, those of others when they are searched. */
const ownModel = "use-lite-en"

/** Without the index every vector is compared: exact, and fast enough for tens of thousands. */
async function listNearest(
  db: Database,
  { orgId, baseIds, model, vector, useIndex, most }: CandidateSearch,
  asked: string,
): Promise<string[]> {
  if (useIndex && model !== ownModel) wantModelIndex(db, model, vector?.length ?? 0)
  const place = [orgId, [...baseIds], asked, most] as const
  const rows = useIndex
    ? await db.tenantQuery<{ id: string }>(
        [orgId],
        model === ownModel
          ? `select chunk_id as id from knowledge_nearest($1, $2::text[], ${vectorOf("$3")}, $4::int)`
          : `select chunk_id as id from knowledge_nearest_of($1, $2::text[], ${vectorOf("$3")}, $4::int, $5)`,
        model === ownModel ? place : [...place, model],
      )
    : await db.tenantQuery<{ id: string }>(
        [orgId],
        `select v.chunk_id as id from knowledge_vectors v
         where v.org_id = $1 and v.base_id = any ($2::text[]) and v.model = $5
         order by v.embedding <#> ${vectorOf("$3")} limit $4::int`,
        [...place, model],
      )
  return rows.map(({ id }) => id)
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
    `select c.id, c.document_id as "documentId", c.position, c.text, c.section, c.page, ${terms}
     from unnest($2::text[], $3::int[]) as w (document_id, position)
     join knowledge_chunks c on c.org_id = $1 and c.document_id = w.document_id and c.position = w.position`,
    [orgId, [...around.values()].map(([id]) => id), [...around.values()].map(([, at]) => at)],
  )
}
