import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { isAppError } from "#server/errors/app-error.ts"
import { DocumentRefused, type Documents } from "#server/infra/documents/port.ts"
import type { Embedder } from "#server/infra/embedding/port.ts"
import type { Files } from "#server/infra/files/port.ts"
import type { Log } from "#server/log.ts"
import { chunkBlocks } from "../chunking/chunk-blocks.ts"
import type { KnowledgePlace } from "../port.ts"
import { listWaitingChunks, storeChunks, storeVectors, type WaitingChunk } from "../store/chunks.ts"
import { type LeasedDocument, leaseDocument, releaseDocument } from "../store/documents.ts"
import { toEnglish } from "../words/to-english.ts"
import { passIngestPoint } from "./ingest-points.ts"

export interface IngestParts {
  readonly db: Database
  readonly files: Pick<Files, "get">
  readonly documents: Documents
  /** The embedder of a base. */
  readonly embedderOf: (place: KnowledgePlace, model: string) => Embedder
  readonly log: Log
  readonly now: () => number
}

/** Chunks that are embedded and stored at once. What is stored is never embedded again. */
const batchSize = 32
/** After this, others get their turn; the document goes on after them. Units: ms. */
const sliceMs = 20_000
const maxAttempts = 6
const firstDelayMs = 2_000
const mostChunks = 50_000

/**
 * Goes on with a document wherever it stands: reads it, or embeds the next of its chunks, until it is done or
 * its time is up. What was stored stays stored, however the process ends.
 */
export async function ingestDocument(parts: IngestParts, orgId: OrgId, id: string): Promise<void> {
  const document = await leaseDocument(parts.db, orgId, id)
  if (document === null) return
  const until = parts.now() + sliceMs
  try {
    if (document.state !== "embedding" && !(await read(parts, document))) return
    if (await embed(parts, document, until))
      await releaseDocument(parts.db, document, { state: "ready" })
  } catch (error) {
    await giveBack(parts, document, error)
  }
}

async function read(parts: IngestParts, document: LeasedDocument): Promise<boolean> {
  const bytes = await load(parts, document)
  const found = await parts.documents.run("read-blocks", { bytes, mimeType: document.mimeType })
  passIngestPoint("read")
  const chunks = chunkBlocks(found.blocks)
  if (chunks.length > mostChunks)
    throw new DocumentRefused(
      "document.too_large",
      `The document has ${chunks.length} passages; at most ${mostChunks} are kept. Divide it.`,
    )
  const isOurs = await storeChunks(parts.db, document, chunks, found)
  passIngestPoint("chunked")
  return isOurs
}

async function load(
  { files }: IngestParts,
  { orgId, blobId, content }: LeasedDocument,
): Promise<Uint8Array> {
  if (content !== null) return new TextEncoder().encode(content)
  const bytes = blobId === null ? null : await files.get({ orgId, blobId })
  if (bytes === null)
    throw new DocumentRefused(
      "document.unreadable",
      "The content of the document is no longer in the store.",
    )
  return bytes
}

/** True when every chunk has its vector; false when time was up, or the document is somebody else's. */
async function embed(
  parts: IngestParts,
  document: LeasedDocument,
  until: number,
): Promise<boolean> {
  const embedder = parts.embedderOf(document, document.model)
  while (true) {
    const waiting = await listWaitingChunks(parts.db, document, batchSize)
    if (waiting.length === 0) return true
    const vectors = await embedder.embed(
      waiting.map((chunk) => textToEmbed(chunk, embedder.isEnglishOnly)),
      "document",
    )
    passIngestPoint("embedded")
    const rows = waiting.flatMap(({ id }, at) => {
      const vector = vectors[at]
      return vector === undefined ? [] : [{ id, vector }]
    })
    if (!(await storeVectors(parts.db, document, rows))) return false
    passIngestPoint("stored")
    if (parts.now() > until) {
      await releaseDocument(parts.db, document, { state: "later", afterMs: 0, problem: null })
      return false
    }
  }
}

/** The last headings say what a passage is about; the passage says it better, so it stands first in length. */
export function textToEmbed(
  { text, section }: Pick<WaitingChunk, "text" | "section">,
  inEnglish: boolean,
): string {
  const heading = section?.split(" > ").slice(-2).join(": ") ?? ""
  const whole = heading === "" ? text : `${heading}. ${text}`
  return inEnglish ? toEnglish(whole) : whole
}

/** A document that cannot be read stays so; anything else is tried again, later and later. */
async function giveBack(
  { db, log }: IngestParts,
  document: LeasedDocument,
  error: unknown,
): Promise<void> {
  if (error instanceof DocumentRefused)
    return await releaseDocument(db, document, {
      state: "failed",
      problem: error.code,
      detail: error.message,
    })
  const isStopping = isAppError(error, "server.stopping")
  if (isStopping)
    return await releaseDocument(db, document, { state: "later", afterMs: 0, problem: null })
  log.warn({ err: error, documentId: document.id }, "A document could not be worked on.")
  const problem = isAppError(error) ? error.code : "internal.unexpected"
  if (document.attempts >= maxAttempts) {
    const detail = isAppError(error) ? error.text.detail : ""
    return await releaseDocument(db, document, { state: "failed", problem, detail })
  }
  const afterMs = firstDelayMs * 2 ** (document.attempts - 1)
  await releaseDocument(db, document, { state: "later", afterMs, problem })
}
