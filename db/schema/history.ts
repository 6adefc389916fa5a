import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  index,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import type { BotId, UserId, VersionId } from "#catalog/ids.ts"
import { bots, versions } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { users } from "./users.ts"

const botId = () => idText("bot_id").$type<BotId>().notNull()
const createdBy = () =>
  idText("created_by")
    .$type<UserId>()
    .references(() => users.id, { onDelete: "set null" })

/** A published version with a name, or a state of the draft that was kept. */
export const snapshots = pgTable(
  "snapshots",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: botId(),
    /** Of a published version, whose scripts are in `versions`. */
    versionId: idText("version_id").$type<VersionId>(),
    name: text("name").notNull().default(""),
    note: text("note").notNull().default(""),
    /** Of a kept draft: a list, the entry first: name, source and layout of each script. */
    scripts: json("scripts"),
    sourcesHash: idText("sources_hash"),
    /** Kept by the product before something replaced the draft. */
    isAutomatic: boolean("is_automatic").notNull().default(false),
    createdBy: createdBy(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "snapshots_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.versionId }, versions).onDelete("cascade"),
    uniqueIndex("snapshots_version").on(t.orgId, t.versionId).where(sql`scripts is null`),
    index("snapshots_bot").on(t.orgId, t.botId, t.createdAt),
  ],
)

/** A publication that running conversations follow: those of versions before it, at a question that waits. */
export const versionMoves = pgTable(
  "version_moves",
  {
    orgId: orgId(),
    versionId: idText("version_id").$type<VersionId>().notNull(),
    botId: botId(),
    /** next_hear or now. */
    mode: text("mode").notNull(),
    /** Old step ids and the new ones. */
    steps: jsonb("steps").notNull().default({}),
    variables: jsonb("variables").notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "version_moves_pk", columns: [t.orgId, t.versionId] }),
    belongsTo({ orgId: t.orgId, id: t.versionId }, versions).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    check("version_moves_mode", sql`${t.mode} in ('next_hear', 'now')`),
    index("version_moves_bot").on(t.orgId, t.botId),
  ],
)

/** A link that shows a draft, or one version, to whoever has it. */
export const previews = pgTable(
  "previews",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: botId(),
    /** Both null: the draft as it is when somebody looks. */
    versionId: idText("version_id").$type<VersionId>(),
    snapshotId: idText("snapshot_id"),
    tokenHash: idText("token_hash").notNull().unique("previews_token_hash"),
    /** Sealed, so that its makers can copy the link again. */
    tokenSealed: text("token_sealed").notNull(),
    passwordHash: text("password_hash"),
    createdBy: createdBy(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (t) => [
    primaryKey({ name: "previews_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.versionId }, versions).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.snapshotId }, snapshots).onDelete("cascade"),
    index("previews_bot").on(t.orgId, t.botId, t.createdAt),
  ],
)
