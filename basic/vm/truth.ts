import { ListValue, MapValue, RowsValue, type Value } from "./value.ts"

/** false, null, "", 0, an empty list and an empty map are falsy; everything else is true. */
export const isTruthy = (value: Value): boolean => {
  if (typeof value === "boolean") return value
  if (value === null || value === "" || value === 0) return false
  if (value instanceof ListValue) return value.items.length > 0
  if (value instanceof MapValue) return value.entries.size > 0
  return true
}

/** Null, "" and rows of which there are none: what IS NULL asks for. */
export const isNothing = (value: Value): boolean =>
  value === null || value === "" || (value instanceof RowsValue && value.items.length === 0)

/** The language's word for the kind of a value, with its article. */
export const nameKind = (value: Value): string => {
  if (value === null) return "nothing"
  switch (typeof value) {
    case "string":
      return "a text"
    case "number":
      return "a number"
    case "boolean":
      return "TRUE or FALSE"
    default:
  }
  if (value instanceof ListValue) return "a list"
  if (value instanceof MapValue) return "an object"
  return value.kind === "date" ? "a date" : "a duration"
}
