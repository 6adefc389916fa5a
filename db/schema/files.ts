import { sql } from "drizzle-orm"
import {
  bigint,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core"
import type { BotId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { organizations } from "./organizations.ts"

/** Content that never changes, kept in the store under `<org_id>/<id>`. `due`: when it is deleted there. */
export const blobs = pgTable(
  "blobs",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").notNull(),
    /** Units: bytes. */
    size: bigint("size", { mode: "number" }).notNull().default(0),
    state: text("state").$type<"reserved" | "kept" | "dropped" | "deleting">().notNull(),
    due: moment("due"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "blobs_pk", columns: [t.orgId, t.id] }),
    check("blobs_state", sql`${t.state} in ('reserved', 'kept', 'dropped', 'deleting')`),
    index("blobs_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
  ],
)

/** A path of a bot, and the blob it names. `owner`: a contact or conversation for "user", a conversation for "conversation". */
export const files = pgTable(
  "files",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    area: text("area").$type<"bot" | "user" | "conversation">().notNull(),
    owner: idText("owner").notNull().default(""),
    path: idText("path").notNull(),
    blobId: idText("blob_id").notNull(),
    /** Units: bytes. */
    size: bigint("size", { mode: "number" }).notNull(),
    /** By the first bytes of the content, never by what the sender said. */
    mimeType: text("mime_type").notNull(),
    sha256: idText("sha256").notNull(),
    createdAt: createdAt(),
    modifiedAt: moment("modified_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "files_pk", columns: [t.orgId, t.id] }),
    unique("files_path").on(t.orgId, t.botId, t.area, t.owner, t.path),
    check("files_area", sql`${t.area} in ('bot', 'user', 'conversation')`),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    foreignKey({
      name: "files_blob_id_fk",
      columns: [t.orgId, t.blobId],
      foreignColumns: [blobs.orgId, blobs.id],
    }),
    index("files_blob").on(t.orgId, t.blobId),
  ],
)
