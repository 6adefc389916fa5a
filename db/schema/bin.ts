import { sql } from "drizzle-orm"
import { check, index, json, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { BotId, UserId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, idText, moment, orgId } from "./columns.ts"
import { users } from "./users.ts"

/** A deleted bot or flow, until it goes for good. */
export const binEntries = pgTable(
  "bin_entries",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** bot or script. */
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    /** Of a flow: what it was. Of a bot: what was due when it was deleted. */
    kept: json("kept").notNull(),
    deletedBy: idText("deleted_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    deletedAt: moment("deleted_at").notNull().defaultNow(),
    /** When it goes for good. */
    due: moment("due"),
  },
  (t) => [
    primaryKey({ name: "bin_entries_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    uniqueIndex("bin_entries_bot").on(t.orgId, t.botId).where(sql`kind = 'bot'`),
    index("bin_entries_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
    check("bin_entries_kind", sql`${t.kind} in ('bot', 'script')`),
  ],
)
