import { sql } from "drizzle-orm"
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId, ConversationId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"

/** What a bot sent by mail, or means to. `due` is when somebody has to look at it: a mail of many that waits to leave. */
export const mails = pgTable(
  "mails",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>(),
    /** draft, due, sending, sent or failed. */
    state: text("state").notNull(),
    toAddress: text("to_address").notNull(),
    replyTo: text("reply_to"),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** Name, type and size of each. */
    attachments: jsonb("attachments").notNull().default([]),
    /** What the attachments hold, until the mail has left. */
    parcels: jsonb("parcels"),
    messageId: text("message_id"),
    error: text("error"),
    attempts: integer("attempts").notNull().default(0),
    due: moment("due"),
    createdAt: createdAt(),
    finishedAt: moment("finished_at"),
  },
  (t) => [
    primaryKey({ name: "mails_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    index("mails_created").on(t.orgId, t.createdAt),
    index("mails_to").on(t.orgId, t.botId, sql`lower(to_address)`, t.createdAt),
    index("mails_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
  ],
)

/** Words with `{{name}}` in them that a bot sends again and again. */
export const messageTemplates = pgTable(
  "message_templates",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    name: text("name").notNull(),
    channel: text("channel").notNull(),
    subject: text("subject").notNull().default(""),
    body: text("body").notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "message_templates_pk", columns: [t.orgId, t.botId, t.name] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** Who may be written to: the newest row of a subject and purpose counts. */
export const consents = pgTable(
  "consents",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    subject: text("subject").notNull(),
    purpose: text("purpose").notNull(),
    isGiven: boolean("is_given").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "consents_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    index("consents_subject").on(t.orgId, sql`lower(subject)`, t.purpose, t.at),
  ],
)
