import { hash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { extensionOf, sniffType } from "#basic"
import { newId, type OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { createTestBot, createTestOrg } from "#db/testing/factories.ts"
import { createDocumentThreads } from "#server/infra/documents/threads.ts"
import { createEmbeddedEmbedder } from "#server/infra/embedding/embedded.ts"
import { createMemoryFiles } from "#server/infra/files/memory.ts"
import { createKnowledge, type KnowledgeWork } from "#server/knowledge/create-knowledge.ts"
import { openLog } from "#server/log.ts"
import { ensureBase } from "#server/records/knowledge/find-base.ts"
import { insertDocument } from "#server/records/knowledge/insert-document.ts"
import { typeOfDocument } from "#server/records/knowledge/type-of-document.ts"

/** A bot that knows some documents, over the product's own reading, embedding and searching. */
export interface Library {
  readonly place: { readonly orgId: OrgId; readonly botId: string }
  readonly knowledge: KnowledgeWork
  readonly baseId: string
  /** Adds a document and reads it to the end. Gives what became of it. */
  add(
    title: string,
    bytes: Uint8Array,
  ): Promise<{ state: string; detail: string | null; chunks: number }>
  close(): Promise<void>
}

export async function openLibrary(db: Database): Promise<Library> {
  const orgId = await createTestOrg(db)
  const { botId } = await createTestBot(db, orgId)
  const files = createMemoryFiles()
  const embedder = createEmbeddedEmbedder()
  const knowledge = createKnowledge({
    db,
    files,
    embedder,
    embedderOf: () => embedder,
    documents: createDocumentThreads({ threads: 1, timeoutMs: 180_000, heapMb: 512 }),
    outbound: { request: () => Promise.reject(new Error("There is no network here.")) },
    log: openLog("error"),
    now: () => Date.now(),
  })
  const { id: baseId } = await db.withOrg(orgId, (tx) => ensureBase(tx, orgId, botId, "library"))
  const add = async (title: string, bytes: Uint8Array) => {
    const mimeType = typeOfDocument(sniffType(bytes, extensionOf(title)), extensionOf(title))
    if (mimeType === null) throw new Error(`${title} is of no kind that can be read.`)
    const blobId = newId("blb")
    await files.put({ orgId, blobId }, bytes)
    const id = await db.withOrg(orgId, async (tx) => {
      await tx.rows("insert into blobs (org_id, id, state) values ($1, $2, 'kept')", [
        orgId,
        blobId,
      ])
      const sha256 = hash("sha256", bytes, "hex")
      const size = bytes.byteLength
      return insertDocument(tx, orgId, baseId, {
        title,
        mimeType,
        size,
        sha256,
        blobId,
        content: null,
      })
    })
    while (true) {
      await knowledge.ingest(orgId, id)
      const [row] = await db.tenantQuery<{ state: string; detail: string | null; chunks: number }>(
        [orgId],
        "select state, problem_detail as detail, chunks from knowledge_documents where org_id = $1 and id = $2",
        [orgId, id],
      )
      if (row && (row.state === "ready" || row.state === "failed")) return row
    }
  }
  return { place: { orgId, botId }, knowledge, baseId, add, close: () => knowledge.close() }
}

/** The documents of a folder, by name. */
export function listFolder(folder: string): { name: string; bytes: Uint8Array }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^questions|\.json$|^README\.md$/i.test(entry.name))
    .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
}
