import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core"
import type { BotId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"

/** The tables of bots: what TABLE declares and what SAVE makes. No table of the database is made for any of them. */
export const botTables = pgTable(
  "bot_tables",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    /** Lower case. */
    name: text("name").notNull(),
    /** Its columns come from a TABLE block of the published version. */
    isDeclared: boolean("is_declared").notNull().default(false),
    /** `TableColumn[]` in order: `jsonb` would not keep the order of cells, this does. */
    columns: jsonb("columns").notNull(),
    /** Columns whose values together name a row. */
    keys: text("keys").array().notNull(),
    readRoles: text("read_roles").array().notNull().default([]),
    writeRoles: text("write_roles").array().notNull().default([]),
    nextId: bigint("next_id", { mode: "number" }).notNull().default(1),
    rowCount: integer("row_count").notNull().default(0),
    /** Some key is a number that is not written as numbers print ("04"): keys alone then do not find numbers. */
    hasOddKeys: boolean("has_odd_keys").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    /** Columns whose cells stand in `bot_cells`, all of them. */
    indexed: text("indexed").array().notNull().default([]),
    /** Columns whose cells are being collected there, and how far. */
    building: text("building").array().notNull().default([]),
    builtTo: bigint("built_to", { mode: "number" }).notNull().default(0),
    /** When somebody has to go on collecting. */
    due: moment("due"),
  },
  (t) => [
    primaryKey({ name: "bot_tables_pk", columns: [t.orgId, t.id] }),
    index("bot_tables_due").on(t.orgId, t.due, t.id).where(sql`due is not null`),
    unique("bot_tables_name").on(t.orgId, t.botId, t.name),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** Their rows. */
export const botRows = pgTable(
  "bot_rows",
  {
    orgId: orgId(),
    tableId: idText("table_id").notNull(),
    /** The text of the key columns. */
    key: idText("key").notNull(),
    /** Counts up over all rows: rows without an order stand in this one. */
    number: bigint("number", { mode: "number" }).notNull().default(sql`nextval('bot_rows_number')`),
    /** Cells by the names of the columns. */
    cells: jsonb("cells").notNull(),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "bot_rows_pk", columns: [t.orgId, t.tableId, t.key] }),
    index("bot_rows_order").on(t.orgId, t.tableId, t.number),
    belongsTo({ orgId: t.orgId, id: t.tableId }, botTables).onDelete("cascade"),
  ],
)

/** What rows are found by, for the columns that filters name. Triggers of `bot_rows` keep it. */
export const botCells = pgTable(
  "bot_cells",
  {
    orgId: orgId(),
    tableId: idText("table_id").notNull(),
    columnName: idText("column_name").notNull(),
    /** `cell_key` of the cell: equal for cells that are equal in the language. */
    value: idText("value").notNull(),
    /** The row. */
    number: bigint("number", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({
      name: "bot_cells_pk",
      columns: [t.orgId, t.tableId, t.columnName, t.value, t.number],
    }),
    belongsTo({ orgId: t.orgId, id: t.tableId }, botTables).onDelete("cascade"),
  ],
)
