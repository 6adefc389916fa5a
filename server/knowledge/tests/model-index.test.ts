import { afterAll, beforeAll, expect, test } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { createTestBot, createTestOrg } from "#db/testing/factories.ts"
import { ensureBase } from "#server/records/knowledge/find-base.ts"
import { insertDocument } from "#server/records/knowledge/insert-document.ts"
import { readIndex } from "../search/word-indexes.ts"
import { countTerms, listSaid, toQuery } from "../store/said.ts"
import { ensureModelIndex } from "../store/vector-index.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

/** A base whose chunks stand on a quarter of a circle, in vectors of one length. */
async function openCircle(model: string, dims: number) {
  const orgId = await createTestOrg(db)
  const { botId } = await createTestBot(db, orgId)
  const baseId = await db.withOrg(orgId, async (tx) => {
    const base = await ensureBase(tx, orgId, botId, "circle")
    const kind = { title: "x.md", mimeType: "text/markdown", size: 1, blobId: null }
    const document = { ...kind, sha256: "x", content: "x" }
    const id = await insertDocument(tx, orgId, base.id, document)
    await tx.rows(
      `insert into knowledge_chunks (org_id, id, document_id, base_id, position, text, terms)
       select $1, 'kbc_' || $4 || n, $2, $3, n, 'x',
         array_to_tsvector(array['x', 'm' || n % 3, 'n' || n % 7, 'w' || n]) from generate_series(1, 60) n`,
      [orgId, id, base.id, botId],
    )
    await tx.rows(
      `insert into knowledge_vectors (org_id, chunk_id, base_id, model, embedding)
       select $1, 'kbc_' || $5 || n, $2, $3,
         ('[' || cos(n / 40.0) || ',' || sin(n / 40.0) || repeat(',0', $4::int - 2) || ']')::halfvec
       from generate_series(1, 60) n`,
      [orgId, base.id, model, dims, botId],
    )
    return base.id
  })
  const question = `[1${",0".repeat(dims - 1)}]`
  const nearest = () =>
    db.tenantQuery<{ id: string }>(
      [orgId],
      `select chunk_id as id from knowledge_nearest_of($1, $2::text[], $3::text::halfvec, 5, $4)`,
      [orgId, [baseId], question, model],
    )
  return { nearest, prefix: `kbc_${botId}`, orgId, baseId }
}

test("the vectors of a provider's model are found by an index of their own, each length by another", async () => {
  const small = await openCircle("provider/it's one", 6)
  const large = await openCircle("provider/it's one", 1_536)
  const expected = ({ prefix }: typeof small) =>
    [1, 2, 3, 4, 5].map((n) => ({ id: `${prefix}${n}` }))
  expect(await small.nearest()).toEqual(expected(small))
  for (const dims of [6, 1_536, 6])
    expect(await ensureModelIndex(db, "provider/it's one", dims)).toBe(true)
  expect(await ensureModelIndex(db, "provider/long", 5_000)).toBe(false)
  expect(await small.nearest()).toEqual(expected(small))
  expect(await large.nearest()).toEqual(expected(large))
  const plan = await db.asOwner(async (tx) => {
    await tx.rows("set local enable_seqscan = off")
    await tx.rows("set local enable_sort = off")
    return await tx.rows<{ "QUERY PLAN": string }>(
      `explain select chunk_id from knowledge_vectors v
       where v.model = 'provider/it''s one' and vector_dims(v.embedding) = 6
       order by (v.embedding::halfvec(6)) <#> ('[1,0,0,0,0,0]'::halfvec(6)) limit 5`,
    )
  })
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("using knowledge_vectors_of_")
})

test("words in memory count and find what the database counts and finds", async () => {
  const { orgId, baseId } = await openCircle("provider/words", 4)
  const index = await readIndex(db, orgId, [baseId], 25)
  const all = [["x"], ["m1"], ["n2", "n5"], ["w7", "m2", "none"], ["none"]]
  const counts = all.map((stems) => index.count(stems))
  expect(counts).toEqual(await countTerms(db, orgId, [baseId], all.map(toQuery)))
  const words = all.map((stems, at) => ({ stems, weight: 1 - at / 7, count: counts[at] ?? 0 }))
  for (const asked of [words, words.slice(1, 3), words.slice(2), words.slice(4)])
    expect(index.find(asked, 20)).toEqual(await listSaid(db, orgId, [baseId], asked, 20))
  expect((await readIndex(db, await createTestOrg(db), [baseId], 25)).size).toBe(0)
})
