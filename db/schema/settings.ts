import { boolean, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, idText, moment, orgId } from "./columns.ts"

/** A value of a bot's configuration (config.csv). A secret is sealed with the key of the installation. */
export const botSettings = pgTable(
  "bot_settings",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** Lower case with hyphens. */
    name: text("name").notNull(),
    value: text("value").notNull(),
    isSecret: boolean("is_secret").notNull().default(false),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "bot_settings_pk", columns: [t.orgId, t.botId, t.name] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** The part of a bot's webhook addresses nobody can guess, and the secret requests may have to be signed with. */
export const webhookKeys = pgTable(
  "webhook_keys",
  {
    orgId: orgId(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    tokenHash: idText("token_hash").notNull(),
    tokenSealed: text("token_sealed").notNull(),
    /** Unsigned requests are refused, also when the secret is gone. */
    mustSign: boolean("must_sign").notNull().default(false),
    secretSealed: text("secret_sealed"),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "webhook_keys_pk", columns: [t.orgId, t.botId] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)
