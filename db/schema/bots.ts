import { sql } from "drizzle-orm"
import {
  check,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { BotId, ScriptId, UserId, VersionId } from "#catalog/ids.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { organizations } from "./organizations.ts"
import { users } from "./users.ts"

export const bots = pgTable(
  "bots",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").$type<BotId>().notNull(),
    /** The public id, unique across organizations. */
    slug: idText("slug").notNull().unique("bots_slug"),
    name: text("name").notNull(),
    /** Origins whose pages may embed the chat; empty means any. */
    allowedOrigins: text("allowed_origins").array().notNull().default([]),
    /** IANA name: the wall clock of its conversations and schedules. */
    timeZone: text("time_zone").notNull().default("UTC"),
    /** Tags such as "pt-BR" the bot speaks, the first by default; empty when it says nothing of it. */
    languages: text("languages").array().notNull().default([]),
    /** Null until the first publication. Its foreign key to `versions` is in the migration: here it would be a circle. */
    publishedVersionId: idText("published_version_id").$type<VersionId>(),
    /** What its staging runs, and the public name of that, which nobody can guess. */
    stagingVersionId: idText("staging_version_id").$type<VersionId>(),
    stagingSlug: idText("staging_slug").unique("bots_staging_slug"),
    /** It lies in the bin: a policy hides it from every statement that does not work on the bin. */
    deletedAt: moment("deleted_at"),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    /** Grows by one with each change to any of its scripts; a publication names the one it is of. */
    draftRevision: integer("draft_revision").notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "bots_pk", columns: [t.orgId, t.id] }),
    check("bots_slug_shape", sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'`),
  ],
)

/**
 * A flow of a bot, in a text of its own; the one called "start" is where conversations begin. `revision`
 * grows by one with each save; a save names the revision it is based on.
 */
export const scripts = pgTable(
  "scripts",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    id: idText("id").$type<ScriptId>().notNull(),
    /** Unique in its bot, whatever its case. */
    name: text("name").notNull(),
    /** In ascending order, "start" first. */
    position: integer("position").notNull(),
    source: text("source").notNull(),
    /** md5 of the source: tells texts apart without reading them; it protects nothing. */
    sourceHash: idText("source_hash").notNull(),
    layout: json("layout").notNull(),
    revision: integer("revision").notNull().default(1),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    updatedBy: idText("updated_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
  },
  (t) => [
    primaryKey({ name: "scripts_pk", columns: [t.orgId, t.id] }),
    uniqueIndex("scripts_name").on(t.orgId, t.botId, sql`lower(name)`),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** Compiled programs by content hash. Kept as `json`, which gives the text back byte for byte. */
export const bundles = pgTable(
  "bundles",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    hash: idText("hash").notNull(),
    /** The hashed parts of a `Bundle`: format, code, constants, functions, handlers. */
    program: json("program").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "bundles_pk", columns: [t.orgId, t.hash] })],
)

/** A published state of a bot. Never changed afterwards. */
export const versions = pgTable(
  "versions",
  {
    orgId: orgId(),
    id: idText("id").$type<VersionId>().notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** From 1, per bot. */
    number: integer("number").notNull(),
    bundleHash: idText("bundle_hash").notNull(),
    /** `DebugTables`: not hashed, so kept with the version. */
    debug: json("debug").notNull(),
    /** A list, the entry first: name, source and layout of each script. */
    scripts: json("scripts").notNull(),
    /** Of the names and sources, to see whether the scripts say something else by now. */
    sourcesHash: idText("sources_hash").notNull(),
    /** What the scripts declare; null in versions from before that was kept. */
    declarations: jsonb("declarations"),
    publishedBy: idText("published_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    publishedAt: moment("published_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "versions_pk", columns: [t.orgId, t.id] }),
    unique("versions_number").on(t.botId, t.number),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.bundleHash }, { orgId: bundles.orgId, id: bundles.hash }),
  ],
)
