import type { FieldDeclaration, TableDeclaration } from "../declarations/declarations.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import { tableLimits } from "./limits.ts"
import { refuseTable } from "./problem.ts"

/** What a column takes. "any" is a column that nobody declared. */
export type ColumnType =
  | "any"
  | "text"
  | "integer"
  | "number"
  | "date"
  | "datetime"
  | "boolean"
  | "uuid"
  | "json"

/** A column of a table. */
export interface TableColumn {
  readonly name: string
  readonly type: ColumnType
  /** Units: characters of text. */
  readonly length: number | null
  /** Units: digits behind the decimal point. */
  readonly decimals: number | null
  readonly isRequired: boolean
  readonly isUnique: boolean
  /** As the author wrote it: `'x'`, `0`, `now()`. */
  readonly default: string | null
  /** Empty: whoever may read, or write, the table. */
  readonly readRoles: readonly string[]
  readonly writeRoles: readonly string[]
}

/** A table as it stands: what was declared of it, and what was saved into it. */
export interface TableShape {
  readonly name: string
  /** Its columns come from a TABLE block; else they come with the rows. */
  readonly isDeclared: boolean
  readonly columns: readonly TableColumn[]
  /** Columns whose values together name a row. */
  readonly keys: readonly string[]
  readonly readRoles: readonly string[]
  readonly writeRoles: readonly string[]
  /** The number the next row gets that comes without a key. */
  readonly nextId: number
}

export const columnOf = (name: string): TableColumn => ({
  name,
  type: "any",
  length: null,
  decimals: null,
  isRequired: false,
  isUnique: false,
  default: null,
  readRoles: [],
  writeRoles: [],
})

/** A table that nothing was saved into yet. */
export const newTable = (name: string, keys: readonly string[] = ["id"]): TableShape => ({
  name,
  isDeclared: false,
  columns: keys.map(columnOf),
  keys,
  readRoles: [],
  writeRoles: [],
  nextId: 1,
})

const columnTypes: ReadonlySet<string> = new Set([
  "text",
  "integer",
  "number",
  "date",
  "datetime",
  "boolean",
  "uuid",
  "json",
])

const columnFrom = (field: FieldDeclaration): TableColumn => ({
  name: field.name,
  type: columnTypes.has(field.type) ? (field.type as ColumnType) : "any",
  length: field.length,
  decimals: field.decimals,
  isRequired: field.isRequired,
  isUnique: field.isUnique,
  default: field.default,
  readRoles: field.readRoles,
  writeRoles: field.writeRoles,
})

/** The shape of a TABLE block. Without a key of its own a table gets a column `id`. */
export function shapeOf(declaration: TableDeclaration): TableShape {
  const columns = declaration.fields.map(columnFrom)
  const declared = declaration.fields.filter(({ isKey }) => isKey).map(({ name }) => name)
  const id = columns.find(({ name }) => name.toLowerCase() === "id")
  const keys = declared.length > 0 ? declared : [id?.name ?? "id"]
  return {
    ...newTable(tableNameOf(declaration.name)),
    isDeclared: true,
    columns: declared.length > 0 || id ? columns : [columnOf("id"), ...columns],
    keys,
    readRoles: declaration.readRoles,
    writeRoles: declaration.writeRoles,
  }
}

/** The table that a name means: without case, and without the ending of a file of rows. */
export const tableNameOf = (name: string): string =>
  name
    .trim()
    .replace(/\.(?:csv|xlsx?)$/i, "")
    .toLowerCase()

/** The connection that a name of a table names: `maria.products`; `.products` is the default one. Null: the bot's own. */
export const connectionOf = (name: string): string | null =>
  /^([^.]*)\.[^.]/.exec(name.trim().replace(/\.(?:csv|xlsx?)$/i, ""))?.[1] ?? null

export const findColumn = (shape: TableShape, name: string): TableColumn | null => {
  const lower = name.toLowerCase()
  return (
    shape.columns.find((column) => column.name === name) ??
    shape.columns.find((column) => column.name.toLowerCase() === lower) ??
    null
  )
}

/** Finds a column, or refuses with the nearest name. */
export const needColumn = (shape: TableShape, name: string): TableColumn =>
  findColumn(shape, name) ??
  refuseTable("basic.no_column", {
    table: shape.name,
    found: name,
    nearest: findNearest(
      name,
      shape.columns.map((column) => column.name),
    ),
  })

/** Refuses names that no table or column can have. */
export const checkName = (name: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: names are shown and stored, so they hold none.
  if (name === "" || name.length > tableLimits.nameChars || /[\u0000-\u001f\u007f]/.test(name))
    return refuseTable("basic.bad_table_name", { found: name })
  return name
}
