import { sql } from "drizzle-orm"
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { BotId, ConversationId, UserId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"
import { organizations } from "./organizations.ts"
import { users } from "./users.ts"

/** What bots of an organization tell a model, kept apart from the flows that use it. */
export const prompts = pgTable(
  "prompts",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").notNull(),
    name: text("name").notNull(),
    /** The number of the version that answers where a flow names none. */
    liveNumber: integer("live_number").notNull().default(1),
    /** A result that says a conversation reached its goal, and one that holds a rating. */
    goal: text("goal"),
    rating: text("rating"),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "prompts_pk", columns: [t.orgId, t.id] }),
    uniqueIndex("prompts_name").on(t.orgId, sql`lower(name)`),
  ],
)

/** What a prompt said, and who wrote it. A version never changes. */
export const promptVersions = pgTable(
  "prompt_versions",
  {
    orgId: orgId(),
    promptId: idText("prompt_id").notNull(),
    number: integer("number").notNull(),
    text: text("text").notNull(),
    /** `PromptVariable[]`. */
    variables: jsonb("variables").notNull().default([]),
    note: text("note").notNull().default(""),
    author: idText("author")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "prompt_versions_pk", columns: [t.orgId, t.promptId, t.number] }),
    belongsTo({ orgId: t.orgId, id: t.promptId }, prompts).onDelete("cascade"),
  ],
)

/** Two versions that answer side by side: each person always meets the same one. */
export const promptSplits = pgTable(
  "prompt_splits",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    promptId: idText("prompt_id").notNull(),
    numberA: integer("number_a").notNull(),
    numberB: integer("number_b").notNull(),
    percentB: integer("percent_b").notNull(),
    measure: text("measure").$type<"resolved" | "goal">().notNull(),
    beganAt: moment("began_at").notNull().defaultNow(),
    endedAt: moment("ended_at"),
    /** The number that went live at the end; null while it runs. */
    chosen: integer("chosen"),
  },
  (t) => [
    primaryKey({ name: "prompt_splits_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.promptId }, prompts).onDelete("cascade"),
    check("prompt_splits_percent", sql`${t.percentB} between 1 and 99`),
    check("prompt_splits_measure", sql`${t.measure} in ('resolved', 'goal')`),
    uniqueIndex("prompt_splits_open").on(t.orgId, t.promptId).where(sql`ended_at is null`),
  ],
)

/** Where a version was used: one row for each conversation. */
export const promptUses = pgTable(
  "prompt_uses",
  {
    orgId: orgId(),
    promptId: idText("prompt_id").notNull(),
    number: integer("number").notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>().notNull(),
    splitId: idText("split_id"),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** The contact, or the conversation of a visitor without one: whom a split gives one version. */
    person: idText("person").notNull(),
    uses: integer("uses").notNull().default(1),
    /** How often nobody knew the answer. */
    unknown: integer("unknown").notNull().default(0),
    firstAt: moment("first_at").notNull(),
    lastAt: moment("last_at").notNull(),
  },
  (t) => [
    primaryKey({
      name: "prompt_uses_pk",
      columns: [t.orgId, t.promptId, t.number, t.conversationId],
    }),
    belongsTo({ orgId: t.orgId, id: t.promptId }, prompts).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    index("prompt_uses_conversation").on(t.orgId, t.conversationId),
  ],
)
