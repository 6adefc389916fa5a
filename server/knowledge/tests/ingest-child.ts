/**
 * A process that reads one document, for the test that kills it: it makes the document with its first life and
 * goes on with it in the next. What its embedder was given stands in a file.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { openDatabase } from "#db/client.ts"
import { createTestBot, createTestOrg } from "#db/testing/factories.ts"
import { performTask } from "#server/infra/documents/perform-task.ts"
import type { Embedder } from "#server/infra/embedding/port.ts"
import { openLog } from "#server/log.ts"
import { ensureBase } from "#server/records/knowledge/find-base.ts"
import { insertDocument } from "#server/records/knowledge/insert-document.ts"
import { ingestDocument } from "../ingest/ingest-document.ts"

const dataDir = process.argv[2] ?? ""
const known = join(dataDir, "document.json")
const db = await openDatabase({ dataDir, databaseUrl: null })

const embedder: Embedder = {
  model: "use-lite-en",
  isEnglishOnly: true,
  embed: async (texts) => {
    for (const text of texts)
      appendFileSync(join(dataDir, "embedded.txt"), `${/word\d+/.exec(text)?.[0]}\n`)
    return texts.map(() => Float32Array.from([1, 0]))
  },
  close: async () => {},
}

if (!existsSync(known)) {
  const orgId = await createTestOrg(db)
  const { botId } = await createTestBot(db, orgId)
  const content = Array.from(
    { length: 80 },
    (_, at) => `# Part ${at}\n\nHere stands word${at}.`,
  ).join("\n\n")
  const id = await db.withOrg(orgId, async (tx) => {
    const base = await ensureBase(tx, orgId, botId, "base")
    const document = {
      title: "x.md",
      mimeType: "text/markdown",
      size: content.length,
      sha256: "x",
      blobId: null,
      content,
    }
    return await insertDocument(tx, orgId, base.id, document)
  })
  writeFileSync(known, JSON.stringify({ orgId, id }))
}
const { orgId, id } = JSON.parse(readFileSync(known, "utf8"))
// The lease of a process that is gone runs out in its own time; here it has.
await db.tenantQuery(
  [orgId],
  "update knowledge_documents set due = clock_timestamp() where org_id = $1 and due is not null",
  [orgId],
)
const parts = {
  ...{ db, embedderOf: () => embedder, log: openLog("silent"), now: () => Date.now() },
  files: { get: async () => null },
  documents: { run: performTask, close: async () => {} },
}
await ingestDocument(parts, orgId, id)
const [row] = await db.tenantQuery(
  [orgId],
  "select state, chunks, embedded from knowledge_documents where org_id = $1",
  [orgId],
)
const [stored] = await db.tenantQuery<{ count: number }>(
  [orgId],
  "select count(*)::int as count from knowledge_vectors where org_id = $1",
  [orgId],
)
process.stdout.write(JSON.stringify({ ...row, vectors: stored?.count }))
await db.close()
