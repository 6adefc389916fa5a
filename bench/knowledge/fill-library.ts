import { readFileSync } from "node:fs"
import { newId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { wordsOf } from "#server/knowledge/store/chunks.ts"
import { termsOf } from "#server/knowledge/words/terms-of.ts"
import type { Library } from "./open-library.ts"

const dims = 512
/** Texts are about something: vectors lie around so many topics, as those of documents do. */
const topics = 400
const words = readFileSync(
  new URL("../../server/knowledge/words/english-words.txt", import.meta.url),
  "utf8",
).split("\n")

const gauss = () =>
  Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random())
const centres = Array.from({ length: topics }, () => Array.from({ length: dims }, gauss))

/** A vector near one of the topics, of length 1. */
export function randomVector(): string {
  const centre = centres[Math.floor(Math.random() * topics)] ?? []
  const vector = centre.map((value) => value + 0.8 * gauss())
  const length = Math.hypot(...vector)
  return `[${vector.map((value) => (value / length).toPrecision(4)).join(",")}]`
}

/** Words as common as in English. */
export function randomWords(count: number): string {
  return Array.from({ length: count }, () => words[Math.floor(words.length ** Math.random())]).join(
    " ",
  )
}

/** Stores passages with vectors that are made up: what is measured is finding them. */
export async function fillLibrary(
  db: Database,
  { place, baseId }: Library,
  count: number,
): Promise<void> {
  const { orgId } = place
  const documentId = newId("doc")
  await db.tenantQuery(
    [orgId],
    `insert into knowledge_documents (org_id, id, base_id, title, mime_type, size, sha256, state, chunks)
     values ($1, $2, $3, 'filler', 'text/plain', 1, 'x', 'ready', $4)`,
    [orgId, documentId, baseId, count],
  )
  for (let at = 0; at < count; at += 500) {
    const rows = Array.from({ length: Math.min(500, count - at) }, (_, index) => {
      const text = randomWords(60)
      const terms = termsOf(text, "en")
      return {
        id: newId("chk"),
        position: at + index,
        text,
        terms,
        words: wordsOf(text, terms),
        embedding: randomVector(),
      }
    })
    await db.withOrg(orgId, async (tx) => {
      await tx.rows(
        `insert into knowledge_chunks (org_id, document_id, base_id, id, position, text, terms, words)
         select $1, $2, $3, c.id, c.position, c.text, array_to_tsvector(array(select jsonb_array_elements_text(c.terms))), c.words
         from jsonb_to_recordset($4::text::jsonb) as c (id text, position int, text text, terms jsonb, words text)`,
        [orgId, documentId, baseId, JSON.stringify(rows)],
      )
      await tx.rows(
        `insert into knowledge_vectors (org_id, base_id, model, chunk_id, embedding)
         select $1, $2, 'use-lite-en', v.id, v.embedding::halfvec
         from jsonb_to_recordset($3::text::jsonb) as v (id text, embedding text)`,
        [orgId, baseId, JSON.stringify(rows.map(({ id, embedding }) => ({ id, embedding })))],
      )
    })
  }
}
