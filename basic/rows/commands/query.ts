import { readFilterSource } from "../../filters/source.ts"
import { MapValue, RowsValue, type Value } from "../../vm/value.ts"
import { parseQuery } from "../query/parse-query.ts"
import { runQuery } from "../query/run-query.ts"
import type { TableContext, TableWork } from "../store.ts"
import { givenText, givenValue, type RowOperands } from "./operands.ts"

/** QUERY "SELECT ...": what is joined to the text is bound, and nothing of it is SQL for a database. */
export function* query(operands: RowOperands, context: TableContext): TableWork {
  const written = givenValue(operands, "query")
  const source = readFilterSource(written) ?? { text: givenText(operands, "query"), values: [] }
  return yield* runQuery(parseQuery(source), new Map(), context)
}

/** SELECT ... FROM name, written without quotes: names may be variables as well as tables. */
export function* select(operands: RowOperands, context: TableContext): TableWork {
  const sources = givenValue(operands, "sources")
  const variables = new Map<string, Value>()
  if (sources instanceof MapValue)
    for (const [name, value] of sources.entries) variables.set(name.toLowerCase(), value)
  const text = `SELECT ${givenText(operands, "query")}`
  return yield* runQuery(parseQuery({ text, values: [] }), variables, context)
}

/** One row with one column, as `SELECT COUNT(*)` gives: in a text it stands for that value. */
export const markSingle = (value: Value): Value => {
  if (!(value instanceof RowsValue) || value.items.length !== 1) return value
  const [row] = value.items
  return row instanceof MapValue && row.entries.size === 1
    ? new RowsValue(value.items, true)
    : value
}
