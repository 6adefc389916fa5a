import { everyRow, type Filter, type FilterOrder } from "../../filters/nodes.ts"
import { readTableFilter } from "../../filters/read-filter.ts"
import { toText } from "../../vm/json.ts"
import type { Value } from "../../vm/value.ts"
import { refuseTable } from "../problem.ts"
import { readRows } from "../read-table.ts"
import type { TableContext, TableWork } from "../store.ts"
import { givenCount, givenText, givenValue, type RowOperands } from "./operands.ts"

/** FIND in all its shapes. */
export function* find(operands: RowOperands, context: TableContext): TableWork {
  refuseConnection(operands)
  return yield* readRows(
    givenValue(operands, "table"),
    readSelection("FIND", operands, context),
    context,
  )
}

/** GET LAST: the newest row. */
export function* getLast(operands: RowOperands, context: TableContext): TableWork {
  return yield* readRows(givenValue(operands, "table"), { ...everyRow, limit: 1 }, context, true)
}

/** PRODUCT id: the row of the table "products". */
export function* product(operands: RowOperands, context: TableContext): TableWork {
  const filter = readTableFilter("PRODUCT", givenValue(operands, "id"), context.env)
  return yield* readRows("products", { ...filter, limit: 1 }, context)
}

/** ON connection: a database of somebody else's, which nothing reaches yet. */
export function refuseConnection(operands: RowOperands) {
  const connection = givenText(operands, "connection")
  if (connection !== "") refuseTable("service.not_set_up", { setting: `conn-${connection}-Server` })
}

/** Which rows: `filter` or `where`, or `column` and `value`; then `order`, `limit`, `offset` and `firstOnly`. */
export function readSelection(name: string, operands: RowOperands, context: TableContext): Filter {
  const column = givenText(operands, "column")
  const written = givenValue(operands, "where") ?? givenValue(operands, "filter")
  const filter =
    column === ""
      ? readTableFilter(name, written, context.env)
      : isEqual(column, givenValue(operands, "value"))
  const order = readOrder(givenValue(operands, "order"))
  const isFirst = givenText(operands, "firstOnly") !== ""
  return {
    ...filter,
    order: order.length > 0 ? order : filter.order,
    limit: isFirst ? 1 : (givenCount(operands, "limit", context) ?? filter.limit),
    offset: givenCount(operands, "offset", context) ?? filter.offset,
  }
}

export const isEqual = (column: string, value: Value): Filter => ({
  ...everyRow,
  condition: {
    kind: "compare",
    operator: "=",
    left: { kind: "column", name: column },
    right: { kind: "value", value },
  },
})

/** `created DESC, name` */
export const readOrder = (value: Value): FilterOrder[] =>
  toText(value)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [, column = part, direction = ""] = /^(.*?)\s+(ASC|DESC)$/i.exec(part) ?? []
      return { column, isDescending: direction.toUpperCase() === "DESC" }
    })
