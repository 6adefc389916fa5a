import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { BotId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"
import { organizations } from "./organizations.ts"
import { prompts } from "./prompts.ts"

/** Of any number of dimensions: what made it says how many. */
const halfvec = customType<{ data: string; driverData: string }>({ dataType: () => "halfvec" })

/** A provider of language models with a key; without a bot it serves every bot of the organization. */
export const modelAccounts = pgTable(
  "model_accounts",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>(),
    /** Tried in this order. */
    position: integer("position").notNull().default(1),
    provider: text("provider").notNull(),
    url: text("url").notNull(),
    /** The origin the key was given for: it is sent nowhere else. */
    keyOrigin: text("key_origin"),
    keySealed: text("key_sealed"),
    /** Names of models by need: `{ default, fast, quality, code, vision }`. */
    models: jsonb("models").notNull().default({}),
    isActive: boolean("is_active").notNull().default(true),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "model_accounts_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    index("model_accounts_order").on(t.orgId, t.position, t.id),
  ],
)

/** What models may cost. Units: millionths of a US dollar. */
export const modelBudgets = pgTable(
  "model_budgets",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").notNull(),
    scope: text("scope").$type<"organization" | "bot" | "contact" | "conversation">().notNull(),
    botId: idText("bot_id").$type<BotId>(),
    amountMicros: bigint("amount_micros", { mode: "number" }).notNull(),
    warnPercent: integer("warn_percent").notNull().default(80),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "model_budgets_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    check(
      "model_budgets_scope",
      sql`${t.scope} in ('organization', 'bot', 'contact', 'conversation')`,
    ),
    uniqueIndex("model_budgets_place").on(t.orgId, t.scope, sql`coalesce(bot_id, '')`),
  ],
)

/** Every question a model was asked. Append-only. */
export const modelUsage = pgTable(
  "model_usage",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id"),
    stepId: text("step_id"),
    keyword: text("keyword").notNull(),
    provider: text("provider").notNull(),
    model: text("model").notNull(),
    inputTokens: integer("input_tokens").notNull(),
    cachedTokens: integer("cached_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull(),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull(),
    /** The version of a prompt of the library that was told. */
    promptId: idText("prompt_id"),
    promptNumber: integer("prompt_number"),
    tookMs: integer("took_ms"),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "model_usage_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.promptId }, prompts).onDelete("set null"),
    index("model_usage_prompt")
      .on(t.orgId, t.promptId, t.promptNumber)
      .where(sql`prompt_id is not null`),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("set null"),
    index("model_usage_at").on(t.orgId, t.botId, t.at),
  ],
)

/** The same, added up for whoever has a budget. */
export const modelSpend = pgTable(
  "model_spend",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    scope: text("scope").notNull(),
    /** The id of what has the budget. */
    subject: idText("subject").notNull(),
    /** The first day of the month; 1970-01-01 for a conversation. */
    period: date("period").notNull(),
    tokens: bigint("tokens", { mode: "number" }).notNull().default(0),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull().default(0),
    /** When somebody was told that the budget nears its end, and that it is used up. */
    warnedAt: moment("warned_at"),
    stoppedAt: moment("stopped_at"),
  },
  (t) => [primaryKey({ name: "model_spend_pk", columns: [t.orgId, t.scope, t.subject, t.period] })],
)

/** Answers that may be given again, below what they depend on. */
export const answerCache = pgTable(
  "answer_cache",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** Of model, instructions, version and knowledge. */
    scopeHash: idText("scope_hash").notNull(),
    questionHash: idText("question_hash").notNull(),
    question: text("question").notNull(),
    /** Kept in the row: all of a bot's are compared. */
    embedding: halfvec("embedding"),
    answer: text("answer").notNull(),
    sources: jsonb("sources").notNull().default([]),
    hits: integer("hits").notNull().default(0),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [
    primaryKey({
      name: "answer_cache_pk",
      columns: [t.orgId, t.botId, t.scopeHash, t.questionHash],
    }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    index("answer_cache_expires").on(t.orgId, t.botId, t.expiresAt),
  ],
)

/** Counts the changes of what a bot knows and whom it asks: answers are kept below it. */
export const answerVersions = pgTable(
  "answer_versions",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    version: bigint("version", { mode: "number" }).notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "answer_versions_pk", columns: [t.orgId, t.botId] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** A service whose operations are tools of a bot, described by an OpenAPI document. */
export const toolServices = pgTable(
  "tool_services",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    name: text("name").notNull(),
    url: text("url").notNull(),
    keyOrigin: text("key_origin"),
    keySealed: text("key_sealed"),
    /** The header that carries the key. */
    keyHeader: text("key_header"),
    /** `ToolOperation[]`, as `server/records/tools` reads a document. */
    operations: jsonb("operations").notNull().default([]),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "tool_services_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    uniqueIndex("tool_services_name").on(t.orgId, t.botId, sql`lower(name)`),
  ],
)
