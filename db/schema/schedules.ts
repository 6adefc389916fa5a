import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core"
import type { BotId, ConversationId, VersionId } from "#catalog/ids.ts"
import { bots, versions } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"

/**
 * When a bot begins by itself. Firing makes an inbound event with the key `<id>:<due>` and moves `due` on,
 * in one transaction: so a due time counts once, however many processes look.
 */
export const schedules = pgTable(
  "schedules",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** "declared" by a published script, "set" by a running one, or "later": the block of SCHEDULE IN. */
    origin: text("origin").$type<"declared" | "set" | "later">().notNull(),
    /** The same name again replaces it. */
    name: text("name").notNull(),
    /** Cron or words, as written; an ISO date for what happens once. */
    whenText: text("when_text").notNull(),
    /** Null: the entry script. */
    script: text("script"),
    /** The function of the bundle to begin with; null for the whole script. */
    entry: text("entry"),
    inputs: jsonb("inputs").notNull().default({}),
    /** The version a block belongs to; null: whichever is published when it is due. */
    versionId: idText("version_id").$type<VersionId>(),
    /** On top of which conversation it runs; null for an automation of its own. */
    conversationId: idText("conversation_id").$type<ConversationId>(),
    depth: integer("depth").notNull().default(0),
    isPaused: boolean("is_paused").notNull().default(false),
    due: moment("due"),
    lastDue: moment("last_due"),
    lastEventId: idText("last_event_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "schedules_pk", columns: [t.orgId, t.id] }),
    unique("schedules_name").on(t.botId, t.origin, t.name),
    check("schedules_origin", sql`${t.origin} in ('declared', 'set', 'later')`),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.versionId }, versions).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    index("schedules_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
    index("schedules_conversation").on(t.conversationId).where(sql`conversation_id is not null`),
  ],
)

/** What the published version of a bot listens to: its webhooks and its ON ... END ON. */
export const eventHandlers = pgTable(
  "event_handlers",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    number: integer("number").notNull(),
    /** `EventKind` of the declarations, or "webhook endpoint" for WEBHOOK. */
    kind: text("kind").notNull(),
    /** Lower case; empty for every one. */
    subject: text("subject").notNull(),
    filters: jsonb("filters").notNull().default({}),
    script: text("script").notNull(),
    entry: text("entry"),
    versionId: idText("version_id").$type<VersionId>().notNull(),
  },
  (t) => [
    primaryKey({ name: "event_handlers_pk", columns: [t.orgId, t.botId, t.number] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.versionId }, versions).onDelete("cascade"),
    index("event_handlers_subject").on(t.orgId, t.botId, t.kind, t.subject),
  ],
)
