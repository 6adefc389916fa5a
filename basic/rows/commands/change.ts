import { everyRow, type Filter } from "../../filters/nodes.ts"
import { readTableFilter } from "../../filters/read-filter.ts"
import { fillHoles, readFilterSource } from "../../filters/source.ts"
import { parseNumber } from "../../format/parse-number.ts"
import { toText } from "../../vm/json.ts"
import { MapValue, type Value } from "../../vm/value.ts"
import { deleteRows, updateRows } from "../change-rows.ts"
import { refuseTable } from "../problem.ts"
import type { TableContext, TableWork } from "../store.ts"
import { givenNames, givenValue, givenValues, needRows, type RowOperands } from "./operands.ts"
import { isRowLike, placeValues } from "./positional.ts"

/** UPDATE in all its shapes: gives the number of rows that met the condition. */
export function* update(operands: RowOperands, context: TableContext): TableWork<number> {
  const table = givenValue(operands, "table")
  const filter = readTargets("UPDATE", operands, context)
  const fields = givenValue(operands, "fields")
  if (fields instanceof MapValue) return yield* updateRows(table, filter, fields.entries, context)
  return yield* updateRows(table, filter, yield* readChanges(operands, context), context)
}

/** The third operand and what follows: an object, a column and its value, or values in a row. */
function* readChanges(
  operands: RowOperands,
  context: TableContext,
): TableWork<ReadonlyMap<string, Value>> {
  const values = givenValues(operands, "values")
  const names = givenNames(operands, "values")
  const [first = null, second = null] = values
  if (values.length === 1 && isRowLike(first)) {
    const [row] = needRows("UPDATE", first, context)
    return row?.entries ?? new Map()
  }
  const isColumn = values.length === 2 && typeof first === "string" && (names[0] ?? null) === null
  if (isColumn) return new Map([[first, second]])
  return yield* placeValues(givenValue(operands, "table"), values, names)
}

/** DELETE t, filter and DELETE FROM t WHERE: gives the number of rows. */
export function* deleteFrom(operands: RowOperands, context: TableContext): TableWork<number> {
  return yield* deleteRows(
    givenValue(operands, "table"),
    readTargets("DELETE", operands, context),
    context,
  )
}

/** A change without a condition is about every row; one whose condition is empty by accident is about none. */
function readTargets(name: string, operands: RowOperands, context: TableContext): Filter {
  const isGiven = operands.where !== undefined || operands.filter !== undefined
  if (!isGiven) return everyRow
  const written = givenValue(operands, "where") ?? givenValue(operands, "filter")
  if (written === null || written === "")
    return { ...everyRow, condition: { kind: "value", value: false } }
  return readTableFilter(name, written, context.env)
}

/** SET "table", "filter", "col=value, col=value": the old way to change rows. */
export function* setRows(operands: RowOperands, context: TableContext): TableWork<number> {
  const written = givenValue(operands, "changes")
  const source = readFilterSource(written) ?? { text: toText(written), values: [] }
  const changes = new Map<string, Value>()
  let at = 0
  for (const part of source.text.split(",")) {
    const [, head = "", name = "", value = ""] = /^(\s*([^=]+?)\s*=\s*)(.*)$/s.exec(part) ?? []
    if (name === "") return refuseTable("basic.bad_row", { keyword: "SET", found: part })
    const bare = /^'(.*)'$/s.exec(value.trim())?.[1] ?? value.trim()
    const filled = fillHoles(source, at + head.length, bare)
    const number = bare === value.trim() && typeof filled === "string" ? parseNumber(filled) : null
    changes.set(name, number ?? filled)
    at += part.length + 1
  }
  const filter = readTargets("SET", operands, context)
  return yield* updateRows(toText(givenValue(operands, "table")), filter, changes, context)
}
