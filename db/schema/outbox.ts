import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId, ConversationId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations, messages } from "./conversations.ts"

/** A message on its way to a channel. `due` doubles as the lease of the worker that sends it. */
export const outbox = pgTable(
  "outbox",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    messageId: idText("message_id"),
    /** The message's number: rows of a conversation are delivered in this order. */
    seq: integer("seq").notNull(),
    channel: text("channel").notNull(),
    payload: jsonb("payload").notNull(),
    state: text("state").notNull(),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    due: moment("due"),
    createdAt: createdAt(),
    finishedAt: moment("finished_at"),
  },
  (t) => [
    primaryKey({ name: "outbox_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.messageId }, messages).onDelete("cascade"),
    index("outbox_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
    index("outbox_order").on(t.conversationId, t.seq),
    index("outbox_finished").on(t.orgId, t.finishedAt).where(sql`finished_at is not null`),
  ],
)

/** Something to happen at a time. Firing makes an inbound event with the key `<id>:<due>`. */
export const timers = pgTable(
  "timers",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>(),
    kind: text("kind").notNull(),
    /** The wait it ends; a timer that names an older one changes nothing. */
    waitId: idText("wait_id"),
    state: text("state").notNull(),
    due: moment("due"),
    createdAt: createdAt(),
    firedAt: moment("fired_at"),
  },
  (t) => [
    primaryKey({ name: "timers_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    index("timers_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
    index("timers_conversation").on(t.conversationId).where(sql`conversation_id is not null`),
  ],
)
