import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { BotId, UserId, VersionId } from "#catalog/ids.ts"
import { bots, versions } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { prompts } from "./prompts.ts"
import { users } from "./users.ts"

/** Questions with what is expected of a bot's answers. */
export const evaluationSets = pgTable(
  "evaluation_sets",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    name: text("name").notNull(),
    /** Names of knowledge bases; empty for all of the bot. */
    bases: jsonb("bases").notNull().default([]),
    /** What is said to the bot before the question. */
    before: jsonb("before").notNull().default([]),
    /** `EvaluationQuestion[]`. */
    questions: jsonb("questions").notNull().default([]),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "evaluation_sets_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    uniqueIndex("evaluation_sets_name").on(t.orgId, t.botId, sql`lower(name)`),
  ],
)

/** A run of a set, and the work on it: `due` is when somebody goes on with it. */
export const evaluationRuns = pgTable(
  "evaluation_runs",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    setId: idText("set_id").notNull(),
    /** Null: the knowledge alone is asked, without the bot. */
    versionId: idText("version_id").$type<VersionId>(),
    /** A version of a prompt that is used instead of the live one. */
    promptId: idText("prompt_id"),
    promptNumber: integer("prompt_number"),
    hasJudge: boolean("has_judge").notNull().default(false),
    bases: jsonb("bases").notNull().default([]),
    before: jsonb("before").notNull().default([]),
    questions: jsonb("questions").notNull(),
    state: text("state").$type<"waiting" | "running" | "ready" | "failed" | "stopped">().notNull(),
    problem: text("problem"),
    total: integer("total").notNull(),
    done: integer("done").notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    epoch: integer("epoch").notNull().default(0),
    due: moment("due"),
    createdBy: idText("created_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    endedAt: moment("ended_at"),
  },
  (t) => [
    primaryKey({ name: "evaluation_runs_pk", columns: [t.orgId, t.id] }),
    check(
      "evaluation_runs_state",
      sql`${t.state} in ('waiting', 'running', 'ready', 'failed', 'stopped')`,
    ),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.setId }, evaluationSets).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.versionId }, versions).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.promptId }, prompts).onDelete("set null"),
    index("evaluation_runs_set").on(t.orgId, t.setId, t.createdAt),
    index("evaluation_runs_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
  ],
)

/** How one question of a run went. */
export const evaluationResults = pgTable(
  "evaluation_results",
  {
    orgId: orgId(),
    runId: idText("run_id").notNull(),
    /** Of the question, from 0. */
    position: integer("position").notNull(),
    /** `EvaluationResult`. */
    result: jsonb("result").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "evaluation_results_pk", columns: [t.orgId, t.runId, t.position] }),
    belongsTo({ orgId: t.orgId, id: t.runId }, evaluationRuns).onDelete("cascade"),
  ],
)
