import { afterAll, beforeAll, expect, test } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { createTestBot, createTestOrg } from "#db/testing/factories.ts"
import { AppError } from "#server/errors/app-error.ts"
import { performTask } from "#server/infra/documents/perform-task.ts"
import type { Embedder } from "#server/infra/embedding/port.ts"
import { openLog } from "#server/log.ts"
import { ensureBase } from "#server/records/knowledge/find-base.ts"
import { insertDocument } from "#server/records/knowledge/insert-document.ts"
import { ingestDocument } from "../ingest/ingest-document.ts"
import type { KnowledgePlace } from "../port.ts"
import { searchKnowledge } from "../search/search-knowledge.ts"
import { createTermCounts } from "../search/term-counts.ts"
import { createWordIndexes } from "../search/word-indexes.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

/** An embedder that says how often it was asked, and may be away. */
function fakeEmbedder(model: string, dims: number) {
  const state = { texts: 0, isAway: false }
  const embedder: Embedder = {
    model,
    isEnglishOnly: false,
    embed: async (texts) => {
      if (state.isAway) throw new AppError("knowledge.embedder_failed", { model })
      state.texts += texts.length
      return texts.map(() => Float32Array.from({ length: dims }, (_, at) => (at === 0 ? 1 : 0)))
    },
    close: async () => {},
  }
  return { state, embedder }
}

async function openShelf() {
  const orgId = await createTestOrg(db)
  const { botId } = await createTestBot(db, orgId)
  const old = fakeEmbedder("use-lite-en", 4)
  const next = fakeEmbedder("other", 6)
  const content = "# Hours\n\nWe open at nine.\n\n# Prices\n\nTea costs two euros.\n"
  const add = (text: string) =>
    db.withOrg(orgId, async (tx) => {
      const base = await ensureBase(tx, orgId, botId, "shelf")
      const kind = { title: "x.md", mimeType: "text/markdown", size: 1, blobId: null }
      const document = { ...kind, sha256: text.slice(0, 20), content: text }
      return await insertDocument(tx, orgId, base.id, document)
    })
  const id = await add(content)
  const embedderOf = (_place: KnowledgePlace, model: string) =>
    model === "other" ? next.embedder : old.embedder
  const parts = {
    ...{
      db,
      embedderOf,
      termCounts: createTermCounts(),
      wordIndexes: createWordIndexes(),
      log: openLog("silent"),
      now: () => Date.now(),
    },
    files: { get: async () => null },
    documents: { run: performTask, close: async () => {} },
  }
  const ingest = (documentId: string = id) => ingestDocument(parts, orgId, documentId)
  const rows = <Row>(text: string) => db.tenantQuery<Row>([orgId], text, [orgId])
  const ask = (text: string) =>
    searchKnowledge(parts, { orgId, botId }, { bases: [], text, limit: 3 })
  return { orgId, add, ingest, rows, ask, old: old.state, next: next.state }
}

test("a base that changes its model is searched by the one before until the last document has its vectors, whoever goes on", async () => {
  const shelf = await openShelf()
  const second = await shelf.add("# Pets\n\nThe shop dog is called Bruno.\n")
  await shelf.ingest()
  await shelf.ingest(second)
  const baseOf = async () =>
    (
      await shelf.rows<{ model: string; next: string | null }>(
        "select model, next_model as next from knowledge_bases where org_id = $1",
      )
    )[0]
  const modelsOf = async () =>
    (
      await shelf.rows<{ model: string; count: number }>(
        "select model, count(*)::int as count from knowledge_vectors where org_id = $1 group by model order by model",
      )
    ).map(({ model, count }) => `${model} ${count}`)
  await shelf.rows("update knowledge_bases set next_model = 'other' where org_id = $1")
  await shelf.rows(
    "update knowledge_documents set state = 'embedding', embedded = 0, due = clock_timestamp() where org_id = $1",
  )
  await shelf.ingest()
  expect([await baseOf(), await modelsOf()]).toEqual([
    { model: "use-lite-en", next: "other" },
    ["other 2", "use-lite-en 3"],
  ])
  const before = shelf.old.texts
  expect((await shelf.ask("What is the dog called?")).passages[0]?.text).toContain("Bruno")
  expect(shelf.old.texts).toBe(before + 1)
  await shelf.ingest(second)
  await shelf.ingest()
  expect([await baseOf(), await modelsOf()]).toEqual([{ model: "other", next: null }, ["other 3"]])
  expect(shelf.next.texts).toBe(3)
})

test("while its model is away a document waits and is tried again, and words alone find what is there", async () => {
  const shelf = await openShelf()
  shelf.old.isAway = true
  await shelf.ingest()
  const [row] = await shelf.rows<{
    state: string
    problem: string
    attempts: number
    isLater: boolean
  }>(
    `select state, problem, attempts, due > clock_timestamp() as "isLater" from knowledge_documents where org_id = $1`,
  )
  expect(row).toEqual({
    state: "embedding",
    problem: "knowledge.embedder_failed",
    attempts: 1,
    isLater: true,
  })
  expect((await shelf.ask("What does tea cost?")).passages[0]?.text).toContain("two euros")
})
