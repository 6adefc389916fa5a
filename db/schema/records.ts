import { bigint, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, idText, moment, orgId } from "./columns.ts"
import { organizations } from "./organizations.ts"

/** What was used, append-only; a job adds it up. */
export const usageEvents = pgTable(
  "usage_events",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>(),
    /** "turn", "message", ... */
    kind: text("kind").notNull(),
    quantity: bigint("quantity", { mode: "number" }).notNull().default(1),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "usage_events_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    index("usage_events_at").on(t.orgId, t.at),
  ],
)

/** Who did what, append-only. Names things by text, because it outlives them. */
export const auditEvents = pgTable(
  "audit_events",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").notNull(),
    /** "user", "api_key", "system". */
    actorKind: text("actor_kind").notNull(),
    actor: text("actor"),
    /** `noun.past_verb`. */
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subject: text("subject"),
    details: jsonb("details").notNull().default({}),
    ip: text("ip"),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "audit_events_pk", columns: [t.orgId, t.id] }),
    index("audit_events_at").on(t.orgId, t.at),
  ],
)
