import { sql } from "drizzle-orm"
import {
  bigint,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { BotId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { blobs } from "./files.ts"

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" })
const anyHalfvec = customType<{ data: string }>({ dataType: () => "halfvec" })

/** A named set of documents of one bot. `model`: which embedder its vectors are of. */
export const knowledgeBases = pgTable(
  "knowledge_bases",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    name: text("name").notNull(),
    model: text("model").notNull(),
    /** What its documents are embedded with anew; searched once all of them are. */
    nextModel: text("next_model"),
    /** How many numbers a vector has; null before the first model of a provider. */
    dims: integer("dims"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "knowledge_bases_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    uniqueIndex("knowledge_bases_name").on(t.orgId, t.botId, sql`lower(name)`),
  ],
)

/** A web site whose pages are documents. `due`: when it is read next. */
export const knowledgeSites = pgTable(
  "knowledge_sites",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    baseId: idText("base_id").notNull(),
    url: text("url").notNull(),
    maxDepth: integer("max_depth").notNull(),
    maxPages: integer("max_pages").notNull(),
    refreshHours: integer("refresh_hours").notNull(),
    state: text("state").$type<"waiting" | "reading" | "ready" | "failed">().notNull(),
    /** A code of the catalog, once reading failed. */
    problem: text("problem"),
    pages: integer("pages").notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    due: moment("due"),
    readAt: moment("read_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "knowledge_sites_pk", columns: [t.orgId, t.id] }),
    unique("knowledge_sites_url").on(t.orgId, t.baseId, t.url),
    check("knowledge_sites_state", sql`${t.state} in ('waiting', 'reading', 'ready', 'failed')`),
    belongsTo({ orgId: t.orgId, id: t.baseId }, knowledgeBases).onDelete("cascade"),
    index("knowledge_sites_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
  ],
)

/** A document, and the work on it: `due` is when somebody goes on with it. */
export const knowledgeDocuments = pgTable(
  "knowledge_documents",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    baseId: idText("base_id").notNull(),
    siteId: idText("site_id"),
    title: text("title").notNull(),
    mimeType: text("mime_type").notNull(),
    /** Units: bytes. */
    size: bigint("size", { mode: "number" }).notNull(),
    sha256: idText("sha256").notNull(),
    blobId: idText("blob_id"),
    content: text("content"),
    url: text("url"),
    state: text("state")
      .$type<"waiting" | "reading" | "embedding" | "ready" | "failed">()
      .notNull(),
    problem: text("problem"),
    problemDetail: text("problem_detail"),
    pages: integer("pages"),
    chunks: integer("chunks").notNull().default(0),
    embedded: integer("embedded").notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    epoch: integer("epoch").notNull().default(0),
    due: moment("due"),
    readyAt: moment("ready_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "knowledge_documents_pk", columns: [t.orgId, t.id] }),
    check(
      "knowledge_documents_state",
      sql`${t.state} in ('waiting', 'reading', 'embedding', 'ready', 'failed')`,
    ),
    belongsTo({ orgId: t.orgId, id: t.baseId }, knowledgeBases).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.siteId }, knowledgeSites).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.blobId }, blobs),
    index("knowledge_documents_base").on(t.orgId, t.baseId, t.createdAt),
    index("knowledge_documents_site").on(t.orgId, t.siteId).where(sql`site_id is not null`),
    index("knowledge_documents_blob").on(t.orgId, t.blobId).where(sql`blob_id is not null`),
    index("knowledge_documents_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
  ],
)

/** A piece of a document that is found and quoted. `terms`: the stems of its words and headings. */
export const knowledgeChunks = pgTable(
  "knowledge_chunks",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    documentId: idText("document_id").notNull(),
    position: integer("position").notNull(),
    baseId: idText("base_id").notNull(),
    text: text("text").notNull(),
    section: text("section"),
    page: integer("page"),
    terms: tsvector("terms").notNull(),
    /** What ranking compares of its words, so that no search reads the text; null where it was stored before. */
    words: text("words"),
  },
  (t) => [
    primaryKey({ name: "knowledge_chunks_pk", columns: [t.orgId, t.id] }),
    unique("knowledge_chunks_position").on(t.orgId, t.documentId, t.position),
    belongsTo({ orgId: t.orgId, id: t.documentId }, knowledgeDocuments).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.baseId }, knowledgeBases).onDelete("cascade"),
    index("knowledge_chunks_base").on(t.orgId, t.baseId),
    index("knowledge_chunks_words").using(
      "gin",
      sql`(${t.terms} || array_to_tsvector(array[${t.baseId}]))`,
    ),
  ],
)

/** Where a chunk stands among all others, by the model of its base. */
export const knowledgeVectors = pgTable(
  "knowledge_vectors",
  {
    orgId: orgId(),
    chunkId: idText("chunk_id").notNull(),
    baseId: idText("base_id").notNull(),
    model: text("model").notNull(),
    embedding: anyHalfvec("embedding").notNull(),
  },
  (t) => [
    primaryKey({ name: "knowledge_vectors_pk", columns: [t.orgId, t.chunkId, t.model] }),
    belongsTo({ orgId: t.orgId, id: t.chunkId }, knowledgeChunks).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.baseId }, knowledgeBases).onDelete("cascade"),
    index("knowledge_vectors_base").on(t.orgId, t.baseId, t.model),
  ],
)
