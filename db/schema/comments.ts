import { doublePrecision, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId, ScriptId, UserId } from "#catalog/ids.ts"
import { bots, scripts } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { users } from "./users.ts"

/** A conversation about a step, a card or a place of a flow. */
export const commentThreads = pgTable(
  "comment_threads",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    scriptId: idText("script_id").$type<ScriptId>().notNull(),
    /** A step or a card by its id in the layout, which is no row; null for a place. */
    anchor: idText("anchor"),
    /** What the step said when somebody began: shown once it is gone. */
    anchorText: text("anchor_text").notNull().default(""),
    /** "main", or a SUB or FUNCTION of the text. */
    flow: idText("flow").notNull(),
    x: doublePrecision("x").notNull(),
    y: doublePrecision("y").notNull(),
    commentCount: integer("comment_count").notNull().default(0),
    resolvedAt: moment("resolved_at"),
    resolvedBy: idText("resolved_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdBy: idText("created_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "comment_threads_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.scriptId }, scripts).onDelete("cascade"),
    index("comment_threads_bot").on(t.orgId, t.botId, t.updatedAt),
  ],
)

export const comments = pgTable(
  "comments",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    threadId: idText("thread_id").notNull(),
    author: idText("author")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    body: text("body").notNull(),
    /** Ids of the members that are named in it. */
    mentions: text("mentions").array().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "comments_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.threadId }, commentThreads).onDelete("cascade"),
    index("comments_thread").on(t.orgId, t.threadId, t.createdAt),
  ],
)

/** Up to when somebody has read a conversation. */
export const commentReads = pgTable(
  "comment_reads",
  {
    orgId: orgId(),
    threadId: idText("thread_id").notNull(),
    userId: idText("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    readAt: moment("read_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "comment_reads_pk", columns: [t.orgId, t.threadId, t.userId] }),
    belongsTo({ orgId: t.orgId, id: t.threadId }, commentThreads).onDelete("cascade"),
  ],
)
