import { DateValue, DurationValue, MapValue, RowsValue, type Value } from "../vm/value.ts"
import type { Budget } from "./budget.ts"
import { printDate } from "./print-date.ts"
import { printJson } from "./print-json.ts"
import { printNumber } from "./print-number.ts"

/** Turns any value into text as `+` does: null is empty, lists and maps are compact JSON. */
export const toText = (value: Value, budget: Budget): string => {
  if (typeof value === "string") return value
  if (value === null) return ""
  if (typeof value === "number") return printNumber(value)
  if (typeof value === "boolean") return String(value)
  if (value instanceof DateValue) return printDate(value)
  if (value instanceof DurationValue) return printNumber(value.seconds)
  if (value instanceof RowsValue && value.isSingle) return toText(singleOf(value), budget)
  return printJson(value, budget)
}

/** The one value in rows that are one; null when a script has emptied them. */
const singleOf = ({ items }: RowsValue): Value => {
  const [row] = items
  const [value = null] = row instanceof MapValue ? row.entries.values() : []
  return value instanceof RowsValue ? null : value
}
