import { sql } from "drizzle-orm"
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { BotId, ConversationId, VersionId } from "#catalog/ids.ts"
import { bots, versions } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { contacts } from "./contacts.ts"

/**
 * One row is all a waiting conversation costs. `version` guards every change; `epoch`, `running` and
 * `claimUntil` belong to the turn that acts (claim before acting).
 */
export const conversations = pgTable(
  "conversations",
  {
    orgId: orgId(),
    id: idText("id").$type<ConversationId>().notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** The version this conversation began with. */
    botVersionId: idText("bot_version_id").$type<VersionId>().notNull(),
    contactId: idText("contact_id"),
    channel: text("channel").notNull(),
    status: text("status").$type<"open" | "closed">().notNull().default("open"),
    language: text("language"),
    /** Hash of the bearer token a web or REST client holds. */
    tokenHash: idText("token_hash").unique("conversations_token_hash"),
    version: bigint("version", { mode: "number" }).notNull().default(0),
    epoch: integer("epoch").notNull().default(0),
    /** The event whose turn holds the claim. */
    running: idText("running"),
    claimUntil: moment("claim_until"),
    /** The run in progress. Its foreign key is in the migration: here it would be a circle. */
    runId: idText("run_id"),
    /** The frozen VM as JSON text; null before the first turn and after the end. */
    state: text("state"),
    /** What it waits for; null when the program has ended. */
    waiting: jsonb("waiting"),
    /** The person who answers instead of the bot, and since when. */
    takenOverBy: idText("taken_over_by"),
    takenOverAt: moment("taken_over_at"),
    /** The sequence number the next message gets. */
    nextSeq: integer("next_seq").notNull().default(1),
    createdAt: createdAt(),
    lastAt: moment("last_at").notNull().defaultNow(),
    /** The minute of it in UTC: what lists look for, because an index on the moment would change with every turn. */
    lastMinute: moment("last_minute").generatedAlwaysAs(
      sql`date_trunc('minute', last_at at time zone 'UTC') at time zone 'UTC'`,
    ),
  },
  (t) => [
    primaryKey({ name: "conversations_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.botVersionId }, versions).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.contactId }, contacts).onDelete("cascade"),
    check("conversations_status", sql`${t.status} in ('open', 'closed')`),
    uniqueIndex("conversations_open")
      .on(t.orgId, t.botId, t.channel, t.contactId)
      .where(sql`status = 'open' and contact_id is not null`),
    index("conversations_contact").on(t.orgId, t.contactId).where(sql`contact_id is not null`),
    index("conversations_bot").on(t.orgId, t.botId, t.createdAt),
    index("conversations_last_minute").on(t.orgId, t.lastMinute),
    index("conversations_automations")
      .on(t.orgId, t.createdAt)
      .where(sql`token_hash is null and contact_id is null`),
  ],
)

/** One pass through the program, from its entry to its end. */
export const runs = pgTable(
  "runs",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    botVersionId: idText("bot_version_id").$type<VersionId>().notNull(),
    /** The run it lies on, or that started it: perhaps one of another conversation, and perhaps gone by now. */
    parentRunId: idText("parent_run_id"),
    status: text("status").notNull(),
    fault: jsonb("fault"),
    startedAt: moment("started_at").notNull().defaultNow(),
    endedAt: moment("ended_at"),
  },
  (t) => [
    primaryKey({ name: "runs_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.botVersionId }, versions).onDelete("cascade"),
    index("runs_conversation").on(t.conversationId),
  ],
)

export const messages = pgTable(
  "messages",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    seq: integer("seq").notNull(),
    /** `ChatMessage.from`. */
    sender: text("sender").$type<"bot" | "contact" | "agent">().notNull(),
    kind: text("kind").notNull(),
    text: text("text").notNull(),
    choices: jsonb("choices"),
    /** `ChatMessage.file`. */
    attachment: jsonb("attachment"),
    /** `ChatMessage.sources`. */
    sources: jsonb("sources"),
    /** The turn and the step that said it; the event may never have been stored. */
    eventId: idText("event_id"),
    stepId: text("step_id"),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "messages_pk", columns: [t.orgId, t.id] }),
    unique("messages_seq").on(t.conversationId, t.seq),
    index("messages_sources").on(t.conversationId).where(sql`sources is not null`),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    check("messages_sender", sql`${t.sender} in ('bot', 'contact', 'agent')`),
  ],
)
