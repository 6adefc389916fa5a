import { z } from "zod"
import { tableLimits } from "#basic/rows/limits.ts"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const botId = idOf("bot")
const table = z.string().min(1).max(tableLimits.nameChars).refine(isStorable, unstorable)
const key = z.string().min(1).max(limits.tableKeyChars).refine(isStorable, unstorable)
const filter = z.string().max(limits.tableFilterChars).refine(isStorable, unstorable).default("")
/** What the form of a row sends: one value for each column that was filled in. */
const cells = z
  .record(
    z.string().min(1).max(tableLimits.nameChars).refine(isStorable, unstorable),
    z.union([
      z.string().max(tableLimits.rowBytes).refine(isStorable, unstorable),
      z.number(),
      z.boolean(),
      z.null(),
    ]),
  )
  .refine((given) => Object.keys(given).length <= tableLimits.columns, {
    error: `has more than ${tableLimits.columns} columns`,
  })

export const ListTablesInput = z.strictObject({ botId })
export type ListTablesInput = z.input<typeof ListTablesInput>

export const ListRowsInput = z.strictObject({
  botId,
  table,
  filter,
  /** Column to sort by; empty for the order in which rows came. */
  order: z.string().max(tableLimits.nameChars).refine(isStorable, unstorable).default(""),
  isDescending: z.boolean().default(false),
  offset: z.int().min(0).max(tableLimits.rowsPerBot).default(0),
})
export type ListRowsInput = z.input<typeof ListRowsInput>

export const SaveRowInput = z.strictObject({
  botId,
  table,
  /** The row to change; null adds one. */
  key: key.nullable(),
  cells,
})
export type SaveRowInput = z.input<typeof SaveRowInput>

export const DeleteRowInput = z.strictObject({ botId, table, key })
export type DeleteRowInput = z.input<typeof DeleteRowInput>

export const ExportTableInput = z.strictObject({ botId, table, filter })
export type ExportTableInput = z.input<typeof ExportTableInput>
