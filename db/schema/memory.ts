import { sql } from "drizzle-orm"
import { check, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, idText, moment, orgId } from "./columns.ts"

/** What bots remember: one value under a key, for the bot, for a contact, or for a conversation. */
export const memoryEntries = pgTable(
  "memory_entries",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    scope: text("scope").$type<"bot" | "user" | "session">().notNull(),
    /** Contact id for "user", conversation id for "session", empty for "bot". */
    subject: idText("subject").notNull().default(""),
    key: text("key").notNull(),
    value: jsonb("value").notNull(),
    expiresAt: moment("expires_at"),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({
      name: "memory_entries_pk",
      columns: [t.orgId, t.botId, t.scope, t.subject, t.key],
    }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    check("memory_entries_scope", sql`${t.scope} in ('bot', 'user', 'session')`),
    index("memory_entries_expires").on(t.expiresAt).where(sql`expires_at is not null`),
  ],
)

/** A key of a bot's memory that it shares with another bot of the organization. */
export const memoryShares = pgTable(
  "memory_shares",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    withBotId: idText("with_bot_id").$type<BotId>().notNull(),
    key: text("key").notNull(),
  },
  (t) => [
    primaryKey({
      name: "memory_shares_pk",
      columns: [t.orgId, t.botId, t.withBotId, t.key],
    }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.withBotId }, bots).onDelete("cascade"),
  ],
)
