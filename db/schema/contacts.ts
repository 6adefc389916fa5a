import { jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core"
import { createdAt, idText, moment, orgId } from "./columns.ts"
import { organizations } from "./organizations.ts"

/** A person a bot talks to. */
export const contacts = pgTable(
  "contacts",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").notNull(),
    channel: text("channel").notNull(),
    /** What the channel calls this person; null for a visitor without an identity. */
    externalId: text("external_id"),
    name: text("name"),
    attributes: jsonb("attributes").notNull().default({}),
    createdAt: createdAt(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "contacts_pk", columns: [t.orgId, t.id] }),
    unique("contacts_external_id").on(t.orgId, t.channel, t.externalId),
  ],
)
