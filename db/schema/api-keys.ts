import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { UserId } from "#catalog/ids.ts"
import { createdAt, idText, moment, orgId } from "./columns.ts"
import { organizations } from "./organizations.ts"
import { users } from "./users.ts"

/** A key of the REST API. Only its hash is kept. */
export const apiKeys = pgTable(
  "api_keys",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").notNull(),
    name: text("name").notNull(),
    keyHash: idText("key_hash").notNull().unique("api_keys_key_hash"),
    /** The last characters, to recognise a key by. */
    hint: text("hint").notNull(),
    scopes: text("scopes").array().notNull().default([]),
    createdBy: idText("created_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: moment("expires_at"),
    lastUsedAt: moment("last_used_at"),
  },
  (t) => [
    primaryKey({ name: "api_keys_pk", columns: [t.orgId, t.id] }),
    index("api_keys_created_by").on(t.createdBy),
  ],
)
