import { toText } from "../vm/json.ts"
import { ListValue, MapValue, type Value } from "../vm/value.ts"
import { numberIn } from "./fold.ts"

/** One bar, slice or point of a chart. */
export interface ChartPoint {
  readonly label: string
  readonly value: number
}

const mostPoints = 500

/**
 * Reads what is to be drawn: a list of numbers, an object of name and number, or a list of objects, whose
 * first number is drawn and whose first other field names it.
 */
export function readPoints(data: Value): ChartPoint[] {
  if (data instanceof MapValue && !hasLists(data))
    return [...data.entries].flatMap(([label, value]) => pointOf(label, value)).slice(0, mostPoints)
  if (data instanceof MapValue) return readSeries(data)
  if (!(data instanceof ListValue)) return []
  return data.items.flatMap((item, index) => readItem(item, index)).slice(0, mostPoints)
}

const hasLists = (data: MapValue): boolean =>
  [...data.entries.values()].some((value) => value instanceof ListValue)

/** `{ labels: [...], values: [...] }`: the first list of numbers, named by the first of other things. */
function readSeries(data: MapValue): ChartPoint[] {
  const lists = [...data.entries.values()].filter((value) => value instanceof ListValue)
  const values = lists.find(({ items }) => items.every((item) => numberIn(item) !== null))
  const labels = lists.find((list) => list !== values)
  return (values?.items ?? [])
    .flatMap((value, index) => pointOf(toText(labels?.items[index] ?? index + 1), value))
    .slice(0, mostPoints)
}

function readItem(item: Value, index: number): ChartPoint[] {
  if (!(item instanceof MapValue)) return pointOf(String(index + 1), item)
  const entries = [...item.entries].filter(([name]) => name.toLowerCase() !== "id")
  const number =
    entries.find(
      ([name, value]) =>
        /^(?:value|total|sum|count|amount|y)$/i.test(name) && numberIn(value) !== null,
    ) ?? entries.find(([, value]) => typeof value === "number")
  const label = entries.find(([, value]) => typeof value === "string" && value !== number?.[1])
  return number === undefined ? [] : pointOf(toText(label?.[1] ?? index + 1), number[1])
}

const pointOf = (label: string, value: Value): ChartPoint[] => {
  const number = numberIn(value)
  return number === null || !Number.isFinite(number)
    ? []
    : [{ label: label.slice(0, 60), value: number }]
}
