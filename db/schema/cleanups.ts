import { sql } from "drizzle-orm"
import { index, pgTable, primaryKey } from "drizzle-orm/pg-core"
import { idText, moment, orgId } from "./columns.ts"
import { organizations } from "./organizations.ts"

/** When somebody has to look again what of an organization is over and goes. It has one row, from its beginning. */
export const cleanups = pgTable(
  "cleanups",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").notNull(),
    due: moment("due").default(sql`now() + interval '1 hour'`),
  },
  (t) => [
    primaryKey({ name: "cleanups_pk", columns: [t.orgId, t.id] }),
    index("cleanups_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
  ],
)
