import { everyRow } from "../../filters/nodes.ts"
import { hole, readFilterSource } from "../../filters/source.ts"
import { identityOf } from "../../functions/compare.ts"
import { readInside } from "../../functions/members.ts"
import { toText } from "../../vm/json.ts"
import { ListValue, MapValue, type Value } from "../../vm/value.ts"
import { type FoldName, fieldOf, findFold, fold } from "../fold.ts"
import { tableLimits } from "../limits.ts"
import { refuseTable } from "../problem.ts"
import type { TableContext, TableWork } from "../store.ts"
import { readDataset } from "./aggregate.ts"
import { givenText, givenValue, type RowOperands } from "./operands.ts"

const mapOf = (entries: readonly (readonly [string, Value])[]): MapValue =>
  new MapValue(new Map(entries))

/** GROUP BY: a list of {key, items, count} with the sums that were asked for. */
export function* groupBy(operands: RowOperands, context: TableContext): TableWork {
  const items = yield* readDataset(givenValue(operands, "data"), everyRow, context)
  const groups = groupItems(items, givenText(operands, "field"), context)
  const asked = givenValue(operands, "totals")
  const totals = asked instanceof MapValue ? [...asked.entries] : []
  return new ListValue(
    groups.map(([key, members]) =>
      mapOf([
        ["key", key],
        ["items", new ListValue(members)],
        ["count", members.length],
        ...totals.map(([name, how]) => [name, total(toText(how), members, context)] as const),
      ]),
    ),
  )
}

function groupItems(
  items: readonly Value[],
  field: string,
  { env }: TableContext,
): [Value, Value[]][] {
  const groups = new Map<string, [Value, Value[]]>()
  for (const item of items) {
    env.spend(4)
    const key = fieldOf(item, field, env)
    const identity = identityOf(key, env)
    const group = groups.get(identity)
    if (group) group[1].push(item)
    else groups.set(identity, [key, [item]])
  }
  return [...groups.values()]
}

/** `SUM(total)` over the members of a group. */
function total(how: string, members: readonly Value[], { env }: TableContext): Value {
  const [, word = "", field = ""] = /^\s*(\w+)\s*\(\s*([^)]*?)\s*\)\s*$/.exec(how) ?? []
  const name = findFold(word)
  if (name === null)
    return env.fail("basic.bad_value", {
      name: "GROUP BY",
      found: how,
      expected: 'a text such as "SUM(total)"',
    })
  return fold(
    name,
    members.map((member) => fieldOf(member, field, env)),
    env,
  )
}

/** PIVOT data, row, value, and PIVOT data, row, column, value [, operation]. */
export function* pivot(operands: RowOperands, context: TableContext): TableWork {
  const { env } = context
  const items = yield* readDataset(givenValue(operands, "data"), everyRow, context)
  const row = givenText(operands, "row")
  const isCross = operands.value !== undefined
  const valueField = givenText(operands, isCross ? "value" : "column")
  const operation: FoldName = findFold(givenText(operands, "operation")) ?? "SUM"
  const foldItems = (members: readonly Value[]): Value =>
    fold(
      operation,
      members.map((member) => fieldOf(member, valueField, env)),
      env,
    )
  const groups = groupItems(items, row, context)
  if (!isCross)
    return new ListValue(
      groups.map(([key, members]) =>
        mapOf([
          [row, key],
          [valueField, foldItems(members)],
        ]),
      ),
    )
  const column = givenText(operands, "column")
  const columns = groupItems(items, column, context).map(([key]) => toText(key))
  return new ListValue(
    groups.map(([key, members]) => {
      const parts = new Map(
        groupItems(members, column, context).map(([name, inner]) => [toText(name), inner]),
      )
      return mapOf([
        [row, key],
        ...columns.map((name) => [name, foldItems(parts.get(name) ?? [])] as const),
      ])
    }),
  )
}

/** JOIN left, right, key and JOIN left WITH right ON a = b: pairs that match; fields of the left win. */
export function* joinRows(operands: RowOperands, context: TableContext): TableWork {
  const { env } = context
  const left = yield* readDataset(givenValue(operands, "left"), everyRow, context)
  const right = yield* readDataset(givenValue(operands, "right"), everyRow, context)
  const [leftKey, rightKey] = readKeys(operands)
  const byKey = new Map<string, MapValue[]>()
  for (const item of right) {
    if (!(item instanceof MapValue)) continue
    const identity = identityOf(readInside(env, item, rightKey), env)
    byKey.set(identity, [...(byKey.get(identity) ?? []), item])
  }
  const joined: Value[] = []
  for (const item of left) {
    if (!(item instanceof MapValue)) continue
    env.spend(4)
    const key = readInside(env, item, leftKey)
    if (key === null || key === "") continue
    for (const other of byKey.get(identityOf(key, env)) ?? []) {
      joined.push(new MapValue(new Map([...other.entries, ...item.entries])))
      if (joined.length > tableLimits.scannedRows)
        refuseTable("basic.table_limit", { what: "rows of a JOIN", limit: tableLimits.scannedRows })
    }
  }
  return new ListValue(joined)
}

/** `"key"`, or `a.id = b.customer`: only the last part of each name counts. */
function readKeys(operands: RowOperands): readonly [string, string] {
  const match = readFilterSource(givenValue(operands, "match"))
  if (match !== null) {
    // A condition as it was compiled: `a ?? (hole) = item.b ?? (hole)`.
    const written = match.text.replaceAll(hole, "").replace(/\?\?|@|[()]/g, "")
    const [left = "", right = left] = written.split("=").map((part) => part.trim())
    return [lastName(left), lastName(right)]
  }
  const text = givenText(operands, "key")
  const [left = "", right = left] = text.split("=").map((part) => part.trim())
  return [lastName(left), lastName(right)]
}

const lastName = (path: string): string => path.split(".").at(-1) ?? path

/** DETECT: the elements whose value lies far from the others: more than three standard deviations. */
export function* detect(operands: RowOperands, context: TableContext): TableWork {
  const items = yield* readDataset(givenValue(operands, "data"), everyRow, context)
  const field = givenText(operands, "field")
  const measured = items.map((item, index) => ({
    item,
    index,
    value: measure(item, field, context),
  }))
  const numbers = measured.flatMap(({ value }) => value ?? [])
  const mean = numbers.reduce((sum, value) => sum + value, 0) / (numbers.length || 1)
  const spread = Math.sqrt(
    numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (numbers.length || 1),
  )
  const limit = numbers.length < 12 ? 2 : 3
  return new ListValue(
    measured.flatMap(({ item, index, value }) => {
      if (value === null || spread === 0) return []
      const score = (value - mean) / spread
      return Math.abs(score) < limit
        ? []
        : [
            mapOf([
              ["index", index],
              ["value", value],
              ["score", Math.round(score * 100) / 100],
              ["item", item],
            ]),
          ]
    }),
  )
}

/** The number an element stands for: its field, or the first of its fields that is one. */
function measure(item: Value, field: string, { env }: TableContext): number | null {
  if (field !== "") return asNumber(fieldOf(item, field, env))
  if (!(item instanceof MapValue)) return asNumber(item)
  for (const [name, value] of item.entries) {
    if (name.toLowerCase() === "id") continue
    if (typeof value === "number") return value
  }
  return null
}

const asNumber = (value: Value): number | null => (typeof value === "number" ? value : null)
