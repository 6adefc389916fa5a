import { MapValue, type Value } from "../vm/value.ts"
import { refuseTable } from "./problem.ts"
import type { TableShape } from "./table-shape.ts"

/** Whether somebody with these roles may touch what asks for others. Null: the bot itself, which may do all. */
export const mayTouch = (asked: readonly string[], roles: readonly string[] | null): boolean =>
  roles === null || asked.length === 0 || asked.some((role) => roles.includes(role.toLowerCase()))

/** Refuses a table to those it is closed for. */
export function checkTable(
  shape: TableShape,
  action: "read" | "write to",
  roles: readonly string[] | null,
) {
  const asked = action === "read" ? shape.readRoles : shape.writeRoles
  if (!mayTouch(asked, roles))
    refuseTable("basic.table_not_allowed", { table: shape.name, action, roles: asked.join(", ") })
}

/** Refuses columns that these roles may not write. */
export function checkWritten(
  shape: TableShape,
  cells: ReadonlyMap<string, Value>,
  roles: readonly string[] | null,
) {
  for (const { name, writeRoles } of shape.columns)
    if (cells.has(name) && !mayTouch(writeRoles, roles))
      refuseTable("basic.table_not_allowed", {
        table: `${shape.name}.${name}`,
        action: "write to",
        roles: writeRoles.join(", "),
      })
}

/** The row as these roles see it: a copy, without the columns that are closed for them. */
export function visibleRow(
  shape: TableShape,
  cells: MapValue,
  roles: readonly string[] | null,
): MapValue {
  const hidden = shape.columns.filter(({ readRoles }) => !mayTouch(readRoles, roles))
  const entries = new Map(cells.entries)
  for (const { name } of hidden) entries.delete(name)
  return new MapValue(entries)
}

/** The roles a conversation was given with SET SESSION "role" or "roles": a text, with `;` or `,` between, or a list. */
export const readRoles = (values: readonly unknown[]): string[] =>
  values.flatMap((value) =>
    (Array.isArray(value)
      ? value.map(String)
      : typeof value === "string"
        ? value.split(/[;,]/)
        : []
    )
      .map((role) => role.trim().toLowerCase())
      .filter((role) => role !== ""),
  )
