import { sql } from "drizzle-orm"
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { BotId, ConversationId, UserId, VersionId } from "#catalog/ids.ts"
import { bots, versions } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"
import { members } from "./organizations.ts"

/** What one member is told of. */
export const notifications = pgTable(
  "notifications",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    userId: idText("user_id").$type<UserId>().notNull(),
    kind: text("kind").notNull(),
    /** What the sentence of this kind is filled with. */
    facts: jsonb("facts").notNull().default({}),
    /** A path of the dashboard. */
    link: text("link").notNull().default(""),
    /** The same again before it was read counts in `times`. */
    subject: text("subject").notNull().default(""),
    times: integer("times").notNull().default(1),
    createdAt: createdAt(),
    readAt: moment("read_at"),
  },
  (t) => [
    primaryKey({ name: "notifications_pk", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "notifications_user_id_fk",
      columns: [t.orgId, t.userId],
      foreignColumns: [members.orgId, members.userId],
    }).onDelete("cascade"),
    index("notifications_user").on(t.orgId, t.userId, t.createdAt),
    uniqueIndex("notifications_unread")
      .on(t.orgId, t.userId, t.kind, t.subject)
      .where(sql`read_at is null and subject <> ''`),
  ],
)

/** Something in a bot went wrong; written by triggers with what caused it, and told soon after. */
export const alerts = pgTable(
  "alerts",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>(),
    versionId: idText("version_id").$type<VersionId>(),
    /** fault, channel or mail. */
    kind: text("kind").notNull(),
    /** The step of a fault; the channel. */
    place: text("place").notNull().default(""),
    facts: jsonb("facts").notNull().default({}),
    due: moment("due"),
    mailedAt: moment("mailed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "alerts_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.versionId }, versions).onDelete("cascade"),
    index("alerts_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
    index("alerts_place").on(t.orgId, t.botId, t.kind, t.place, t.createdAt),
  ],
)
