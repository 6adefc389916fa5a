import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId, Id, UserId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { organizations } from "./organizations.ts"
import { users } from "./users.ts"

/** A key of the REST API. Only its hash is kept. */
export const apiKeys = pgTable(
  "api_keys",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").$type<Id<"key">>().notNull(),
    name: text("name").notNull(),
    keyHash: idText("key_hash").notNull().unique("api_keys_key_hash"),
    /** The first characters, to recognise a key by. */
    prefix: text("prefix").notNull(),
    /** Permissions, of those in `catalog/key-scopes.ts`. */
    scopes: text("scopes").array().notNull().default([]),
    /** Who made it: it may never do more than this person may. */
    createdBy: idText("created_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: moment("expires_at"),
    lastUsedAt: moment("last_used_at"),
    /** False where it is limited to the bots of `api_key_bots`. */
    allBots: boolean("all_bots").notNull().default(true),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    primaryKey({ name: "api_keys_pk", columns: [t.orgId, t.id] }),
    index("api_keys_created_by").on(t.createdBy),
  ],
)

/** A bot that a key is limited to. */
export const apiKeyBots = pgTable(
  "api_key_bots",
  {
    orgId: orgId(),
    keyId: idText("key_id").$type<Id<"key">>().notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
  },
  (t) => [
    primaryKey({ name: "api_key_bots_pk", columns: [t.orgId, t.keyId, t.botId] }),
    belongsTo({ orgId: t.orgId, id: t.keyId }, apiKeys).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    index("api_key_bots_bot").on(t.orgId, t.botId),
  ],
)

/** What a request with an idempotency key was answered. */
export const apiReplies = pgTable(
  "api_replies",
  {
    orgId: orgId(),
    keyId: idText("key_id").$type<Id<"key">>().notNull(),
    repeatKey: text("repeat_key").notNull(),
    /** Of the operation and its input. */
    fingerprint: idText("fingerprint").notNull(),
    /** Null while it is being done. */
    status: integer("status"),
    answer: jsonb("answer"),
    heldUntil: moment("held_until").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "api_replies_pk", columns: [t.orgId, t.keyId, t.repeatKey] }),
    belongsTo({ orgId: t.orgId, id: t.keyId }, apiKeys).onDelete("cascade"),
    index("api_replies_expiry").on(t.orgId, t.expiresAt),
  ],
)
