import { newId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { Chunk } from "../chunking/chunk-blocks.ts"
import { termsOf } from "../words/terms-of.ts"
import { printTextWords, readTextWords, saysMore } from "../words/text-words.ts"
import type { LeasedDocument } from "./documents.ts"

const rowsPerStatement = 200

/**
 * Puts the chunks of a document in place of those it had, then goes on to the next stage. Cut off in the
 * middle, it begins anew with the next lease. False when the lease is somebody else's by now.
 */
export async function storeChunks(
  db: Database,
  document: LeasedDocument,
  chunks: readonly Chunk[],
  found: { readonly title: string | null; readonly pages: number | null },
): Promise<boolean> {
  const { orgId, id } = document
  const rows = chunks.map((chunk, position) =>
    toRow(chunk, position, found.title ?? document.title),
  )
  const isOurs = await ifOwned(db, document, (tx) =>
    tx.rows("delete from knowledge_chunks where org_id = $1 and document_id = $2", [orgId, id]),
  )
  if (!isOurs) return false
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const part = rows.slice(at, at + rowsPerStatement)
    if (!(await ifOwned(db, document, (tx) => insertRows(tx, document, part)))) return false
  }
  return await ifOwned(db, document, (tx) =>
    tx.rows(
      `update knowledge_documents set state = 'embedding', chunks = $3, embedded = 0, pages = $4,
         title = case when url is not null then coalesce($5, title) else title end
       where org_id = $1 and id = $2`,
      [orgId, id, chunks.length, found.pages, found.title?.slice(0, 300) ?? null],
    ),
  )
}

/** Works in one transaction, as long as the lease is still ours; that prolongs it. */
async function ifOwned(
  db: Database,
  { orgId, id, epoch }: LeasedDocument,
  work: (tx: OrgTx) => Promise<unknown>,
): Promise<boolean> {
  return await db.withOrg(orgId, async (tx) => {
    const owned = await tx.rows(
      `update knowledge_documents set due = clock_timestamp() + interval '5 minutes'
       where org_id = $1 and id = $2 and epoch = $3 returning id`,
      [orgId, id, epoch],
    )
    if (owned.length === 0) return false
    await work(tx)
    return true
  })
}

interface ChunkRow extends Chunk {
  readonly id: string
  readonly position: number
  readonly terms: readonly string[]
  readonly words: string
}

/** The headings count as words of the chunk: they say what it is about. */
function toRow(chunk: Chunk, position: number, title: string): ChunkRow {
  const heading = chunk.section ?? title
  const text = chunk.text.replaceAll("\0", " ")
  const terms = termsOf(`${heading}\n${text}`)
  return { ...chunk, text, id: newId("chk"), position, terms, words: wordsOf(text, terms) }
}

/** What ranking compares of a chunk, as it is stored with it. */
export function wordsOf(text: string, terms: readonly string[]): string {
  return printTextWords(readTextWords(text, saysMore(terms, text) ? terms : null))
}

async function insertRows(
  tx: OrgTx,
  { orgId, id, baseId }: LeasedDocument,
  rows: readonly ChunkRow[],
) {
  await tx.rows(
    `insert into knowledge_chunks (org_id, document_id, base_id, id, position, text, section, page, terms, words)
     select $1, $2, $3, c.id, c.position, c.text, c.section, c.page,
       array_to_tsvector(array(select jsonb_array_elements_text(c.terms))), c.words
     from jsonb_to_recordset($4::text::jsonb)
       as c (id text, position int, text text, section text, page int, terms jsonb, words text)`,
    [orgId, id, baseId, JSON.stringify(rows).replaceAll("\\u0000", " ")],
  )
}

export interface WaitingChunk {
  readonly id: string
  readonly text: string
  readonly section: string | null
}

/** The next chunks of a document that have no vector of its base's model yet. */
export async function listWaitingChunks(
  db: Database,
  { orgId, id, model }: LeasedDocument,
  limit: number,
): Promise<WaitingChunk[]> {
  return await db.tenantQuery<WaitingChunk>(
    [orgId],
    `select c.id, c.text, c.section from knowledge_chunks c
     where c.org_id = $1 and c.document_id = $2 and not exists (
       select from knowledge_vectors v where v.org_id = c.org_id and v.chunk_id = c.id and v.model = $3)
     order by c.position limit $4::int`,
    [orgId, id, model, limit],
  )
}

/** Stores the vectors of a batch and counts them. False when the lease is somebody else's by now. */
export async function storeVectors(
  db: Database,
  document: LeasedDocument,
  vectors: readonly { readonly id: string; readonly vector: Float32Array }[],
): Promise<boolean> {
  const { orgId, id: documentId, baseId, model } = document
  const rows = vectors.map(({ id, vector }) => ({ id, embedding: printVector(vector) }))
  return await ifOwned(db, document, async (tx) => {
    await tx.rows(
      `insert into knowledge_vectors (org_id, base_id, model, chunk_id, embedding)
       select $1, $2, $3, v.id, v.embedding::halfvec
       from jsonb_to_recordset($4::text::jsonb) as v (id text, embedding text)
       on conflict (org_id, chunk_id, model) do update set embedding = excluded.embedding`,
      [orgId, baseId, model, JSON.stringify(rows)],
    )
    await tx.rows(
      "update knowledge_documents set embedded = least(chunks, embedded + $3::int) where org_id = $1 and id = $2",
      [orgId, documentId, rows.length],
    )
  })
}

/** "[0.1,0.2]", as the extension reads it, with no more digits than it keeps. */
export function printVector(vector: Float32Array): string {
  return `[${Array.from(vector, (value) => value.toPrecision(4)).join(",")}]`
}
