import { sql } from "drizzle-orm"
import {
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { BotId, VersionId } from "#catalog/ids.ts"
import { bots, versions } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" })
const updatedAt = () => moment("updated_at").notNull().defaultNow()

/** What people want of a bot, with examples of how they say it. It is edited as a whole. */
export const intents = pgTable(
  "intents",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** The least confidence at which it counts. Units: 0 to 1. */
    threshold: doublePrecision("threshold").notNull().default(0.7),
    isActive: boolean("is_active").notNull().default(true),
    examples: text("examples").array().notNull().default([]),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "intents_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    uniqueIndex("intents_name").on(t.orgId, t.botId, sql`lower(name)`),
  ],
)

/** What is found in a sentence besides its intent. */
export const entities = pgTable(
  "entities",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    name: text("name").notNull(),
    /** An `EntityDefinition` without its name. */
    definition: jsonb("definition").notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "entities_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    uniqueIndex("entities_name").on(t.orgId, t.botId, sql`lower(name)`),
  ],
)

/** By which a bot's understanding is measured. `intent`: by its name; null where none is meant. */
export const utterances = pgTable(
  "utterances",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    text: text("text").notNull(),
    intent: text("intent"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "utterances_pk", columns: [t.orgId, t.id] }),
    unique("utterances_text").on(t.orgId, t.botId, t.text),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** Where a text stands by an embedding model: numbers of four bytes each. */
export const exampleVectors = pgTable(
  "example_vectors",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    model: text("model").notNull(),
    textHash: idText("text_hash").notNull(),
    embedding: bytes("embedding").notNull(),
  },
  (t) => [
    primaryKey({
      name: "example_vectors_pk",
      columns: [t.orgId, t.botId, t.model, t.textHash],
    }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** What a published version understands: it never changes. */
export const versionUnderstanding = pgTable(
  "version_understanding",
  {
    orgId: orgId(),
    versionId: idText("version_id").$type<VersionId>().notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** An `UnderstandingDefinition`. */
    definition: json("definition").notNull(),
  },
  (t) => [
    primaryKey({ name: "version_understanding_pk", columns: [t.orgId, t.versionId] }),
    belongsTo({ orgId: t.orgId, id: t.versionId }, versions).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** Messages that no intent was sure of. `guess`: the intent that came nearest. */
export const misunderstood = pgTable(
  "misunderstood",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").notNull(),
    text: text("text").notNull(),
    guess: text("guess"),
    confidence: doublePrecision("confidence").notNull().default(0),
    heardAt: moment("heard_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "misunderstood_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    index("misunderstood_bot").on(t.orgId, t.botId, t.heardAt),
    index("misunderstood_conversation").on(t.orgId, t.conversationId),
  ],
)
