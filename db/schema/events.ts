import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core"
import type { BotId, ConversationId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"

/**
 * Everything that makes a turn, accepted once by `(org_id, source, key)`.
 *
 * `due` is when somebody has to look at the row again, null when nothing is left to do: the dispatcher
 * sees nothing but `id`, `org_id` and `due`.
 */
export const inboundEvents = pgTable(
  "inbound_events",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>(),
    source: text("source").notNull(),
    /** Null for an event nobody can repeat. */
    key: text("key"),
    /** Tells a repeat from another body under the same key. */
    bodyHash: idText("body_hash"),
    kind: text("kind").notNull(),
    payload: jsonb("payload").notNull(),
    state: text("state").notNull(),
    outcome: jsonb("outcome"),
    attempts: integer("attempts").notNull().default(0),
    due: moment("due"),
    createdAt: createdAt(),
    finishedAt: moment("finished_at"),
  },
  (t) => [
    primaryKey({ name: "inbound_events_pk", columns: [t.orgId, t.id] }),
    unique("inbound_events_key").on(t.orgId, t.source, t.key),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    index("inbound_events_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
    index("inbound_events_conversation")
      .on(t.conversationId, t.id)
      .where(sql`conversation_id is not null`),
  ],
)

/** What a turn did to data or to the outside, one row for each effect, so that a rerun does it no second time. */
export const journal = pgTable(
  "journal",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    eventId: idText("event_id").notNull(),
    /** From 1, in the order of the turn. */
    effectNumber: integer("effect_number").notNull(),
    epoch: integer("epoch").notNull(),
    stepId: text("step_id"),
    /** The keyword, as its definition names it. */
    name: text("name").notNull(),
    kind: text("kind").$type<"data" | "outside">().notNull(),
    argsHash: idText("args_hash").notNull(),
    intent: jsonb("intent"),
    result: jsonb("result"),
    /** What the turn recorded since the row before: clock readings, chance. */
    recorded: jsonb("recorded"),
    state: text("state").notNull(),
    createdAt: createdAt(),
    finishedAt: moment("finished_at"),
  },
  (t) => [
    primaryKey({ name: "journal_pk", columns: [t.orgId, t.id] }),
    unique("journal_effect").on(t.eventId, t.effectNumber),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.eventId }, inboundEvents).onDelete("cascade"),
    index("journal_conversation").on(t.conversationId),
  ],
)

/** Who waits for an event of a bot's bus: a run that waits, or one under another run. */
export const awaitedEvents = pgTable(
  "awaited_events",
  {
    orgId: orgId(),
    waitId: idText("wait_id").notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** Lower case. */
    event: text("event").notNull(),
  },
  (t) => [
    primaryKey({ name: "awaited_events_pk", columns: [t.orgId, t.waitId] }),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    index("awaited_events_event").on(t.orgId, t.botId, t.event),
    index("awaited_events_conversation").on(t.conversationId),
  ],
)
