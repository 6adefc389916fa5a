import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId, ConversationId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"

/** What a conversation collected, by the names of variables. Added up from the outcomes of its turns. */
export const results = pgTable(
  "results",
  {
    orgId: orgId(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    collected: jsonb("collected").notNull().default({}),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "results_pk", columns: [t.orgId, t.conversationId] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    index("results_bot").on(t.orgId, t.botId, t.conversationId),
  ],
)

/** A file of a bot's tests, such as "start.test". `revision` grows by one with each save. */
export const botTests = pgTable(
  "bot_tests",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    name: text("name").notNull(),
    source: text("source").notNull(),
    revision: integer("revision").notNull().default(1),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "bot_tests_pk", columns: [t.orgId, t.botId, t.name] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)
