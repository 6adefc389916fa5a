import { parseDate } from "../../dates/parse.ts"
import { dateFromInstant } from "../../dates/zone.ts"
import { everyRow, type FilterNode } from "../../filters/nodes.ts"
import { printDate } from "../../format/print-date.ts"
import { toText } from "../../vm/json.ts"
import { MapValue, RowsValue, type Value } from "../../vm/value.ts"
import { fold } from "../fold.ts"
import { scanRows } from "../read-table.ts"
import { saveRows } from "../save-rows.ts"
import type { TableContext, TableWork } from "../store.ts"
import { givenCount, givenText, givenValue, type RowOperands } from "./operands.ts"

/** Points are rows of a table of the bot, so that FIND and the screen of tables show them too. */
const metricsTable = "metrics"

/** RECORD METRIC "name" WITH value = 1, kind = "a": one point, now. */
export function* recordMetric(operands: RowOperands, context: TableContext): TableWork {
  const fields = givenValue(operands, "fields")
  const given = fields instanceof MapValue ? fields.entries : new Map<string, Value>()
  const point = new Map<string, Value>([
    ["metric", givenText(operands, "name")],
    ["at", showTime(context.env.nowMs, context)],
    ["value", 1],
    ...given,
  ])
  yield* saveRows(metricsTable, [point], { mode: "insert" }, context)
  return null
}

const unitMs: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}
const words: Readonly<Record<string, string>> = {
  second: "s",
  minute: "m",
  hour: "h",
  day: "d",
  week: "w",
  month: "30d",
  year: "365d",
}

/** `24h`, `7d`, `30 days`, `hour`. Units: ms; null for anything else. */
export function readSpan(text: string): number | null {
  const [, digits = "", unit = ""] = /^\s*(\d{0,6})\s*([a-z]+?)s?\s*$/i.exec(text) ?? []
  const short = words[unit.toLowerCase()] ?? unit.toLowerCase()
  const [, own = "1", letter = ""] = /^(\d*)([smhdw])$/.exec(short) ?? []
  const size = unitMs[letter]
  return size === undefined ? null : size * Number(own || "1") * Number(digits || "1")
}

/** QUERY METRICS "name" FOR "7d" BY "1d": a row for each interval, with count, sum, average, least and most. */
export function* queryMetrics(operands: RowOperands, context: TableContext): TableWork {
  const { env } = context
  const range = needSpan(givenText(operands, "range") || "24h", context)
  const interval = needSpan(givenText(operands, "interval") || "1h", context)
  const end = env.nowMs - (givenCount(operands, "offset", context) ?? 0) * interval
  const start = end - range
  const condition: FilterNode = {
    kind: "compare",
    operator: "=",
    left: { kind: "column", name: "metric" },
    right: { kind: "value", value: givenText(operands, "name") },
  }
  const points = (yield* scanRows(metricsTable, { ...everyRow, condition }, context)).items
  const groups = new Map<number, Value[]>()
  for (const point of points) {
    if (!(point instanceof MapValue)) continue
    const at = readTime(point.entries.get("at") ?? null, context)
    if (at === null || at < start || at > end) continue
    const slot = Math.floor((at - start) / interval)
    groups.set(slot, [...(groups.get(slot) ?? []), point.entries.get("value") ?? null])
  }
  const rows = [...groups].sort(([a], [b]) => a - b)
  return new RowsValue(
    rows.map(([slot, values]) => {
      const cells: [string, Value][] = [
        ["time", showTime(start + slot * interval, context)],
        ["count", fold("COUNT", values, env)],
        ["sum", fold("SUM", values, env)],
        ["avg", fold("AVG", values, env)],
        ["min", fold("MIN", values, env)],
        ["max", fold("MAX", values, env)],
      ]
      return new MapValue(new Map([...cells, ["value", fold("SUM", values, env)]]))
    }),
  )
}

const needSpan = (text: string, { env }: TableContext): number =>
  readSpan(text) ??
  env.fail("basic.bad_value", {
    name: "QUERY METRICS",
    found: text,
    expected: 'a length such as "24h" or "7d"',
  })

const showTime = (ms: number, { env }: TableContext): string =>
  printDate(dateFromInstant(env.zone, ms, true))

/** A time as `showTime` writes it. */
function readTime(value: Value, { env }: TableContext): number | null {
  const date = parseDate(env.zone, toText(value))
  return date === null ? null : date.epochMs
}
