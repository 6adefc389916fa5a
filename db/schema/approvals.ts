import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId, ConversationId, UserId, VersionId } from "#catalog/ids.ts"
import { bots, versions } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"
import { users } from "./users.ts"

/** What a model wants done, until a person says yes or no. */
export const approvals = pgTable(
  "approvals",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    versionId: idText("version_id").$type<VersionId>().notNull(),
    tool: text("tool").notNull(),
    script: text("script").notNull(),
    /** One of several tools of the script; null for the whole script. */
    entry: text("entry"),
    inputs: jsonb("inputs").notNull().default({}),
    /** The address of the one who may decide; empty for everybody who answers for the bot. */
    approver: text("approver").notNull().default(""),
    language: text("language").notNull().default("en"),
    state: text("state").$type<"waiting" | "approved" | "declined">().notNull().default("waiting"),
    comment: text("comment").notNull().default(""),
    decidedBy: idText("decided_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    decidedAt: moment("decided_at"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "approvals_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.versionId }, versions).onDelete("cascade"),
    index("approvals_state").on(t.orgId, t.state, t.createdAt),
    index("approvals_conversation").on(t.orgId, t.conversationId),
    index("approvals_bot").on(t.orgId, t.botId),
    index("approvals_version").on(t.orgId, t.versionId),
  ],
)
