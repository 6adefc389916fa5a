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
import type { BotId, ConversationId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"
import { members } from "./organizations.ts"

/** A conversation that needs a person, from the wish to its end. At most one is open for a conversation. */
export const handoffs = pgTable(
  "handoffs",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    /** waiting, active or resolved. */
    state: text("state").notNull(),
    /** The person or department the script asked for. */
    wanted: text("wanted").notNull().default(""),
    context: text("context").notNull().default(""),
    /** low, normal, high or urgent. */
    priority: text("priority").notNull().default("normal"),
    assignedTo: idText("assigned_to"),
    reason: text("reason"),
    createdAt: createdAt(),
    takenAt: moment("taken_at"),
    resolvedAt: moment("resolved_at"),
  },
  (t) => [
    primaryKey({ name: "handoffs_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    uniqueIndex("handoffs_open").on(t.orgId, t.conversationId).where(sql`resolved_at is null`),
    index("handoffs_queue").on(t.orgId, t.createdAt).where(sql`resolved_at is null`),
  ],
)

/** What staff, or the bot for staff, wrote beside a conversation. The visitor never sees it. */
export const conversationNotes = pgTable(
  "conversation_notes",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    /** note, or notice: a message to staff. */
    kind: text("kind").notNull(),
    author: text("author").notNull(),
    text: text("text").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "conversation_notes_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    index("conversation_notes_place").on(t.orgId, t.conversationId, t.at),
  ],
)

export const conversationTags = pgTable(
  "conversation_tags",
  {
    orgId: orgId(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    tag: text("tag").notNull(),
  },
  (t) => [
    primaryKey({ name: "conversation_tags_pk", columns: [t.orgId, t.conversationId, t.tag] }),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
  ],
)

/** Whether a member answers conversations at the moment. */
export const attendants = pgTable(
  "attendants",
  {
    orgId: orgId(),
    userId: idText("user_id").notNull(),
    /** online, busy, away or offline. */
    status: text("status").notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "attendants_pk", columns: [t.orgId, t.userId] }),
    foreignKey({
      name: "attendants_user_id_fk",
      columns: [t.orgId, t.userId],
      foreignColumns: [members.orgId, members.userId],
    }).onDelete("cascade"),
  ],
)

/** Somebody who may buy. `name` is the script's own name for them: an id or an address. */
export const leads = pgTable(
  "leads",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    name: text("name").notNull(),
    facts: jsonb("facts").notNull().default({}),
    /** What UPDATE LEAD SCORE added to the score of the facts. */
    bonus: integer("bonus").notNull().default(0),
    history: jsonb("history").notNull().default([]),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "leads_pk", columns: [t.orgId, t.botId, t.name] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** Groups that a bot keeps. They give nobody a right in the dashboard. */
export const teamPeople = pgTable(
  "team_people",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    team: text("team").notNull(),
    email: text("email").notNull(),
    role: text("role").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "team_people_pk", columns: [t.orgId, t.botId, t.team, t.email] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** What bots note down, append-only. */
export const activities = pgTable(
  "activities",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>(),
    /** log, activity, event or compliance. */
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    details: jsonb("details").notNull().default({}),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "activities_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("set null"),
    index("activities_at").on(t.orgId, t.botId, t.kind, t.at),
  ],
)

/** What the bot said after a person took over: nobody is shown it as said. */
export const suppressedMessages = pgTable(
  "suppressed_messages",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    eventId: idText("event_id").notNull(),
    text: text("text").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "suppressed_messages_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    index("suppressed_messages_turn").on(t.conversationId, t.eventId),
  ],
)
