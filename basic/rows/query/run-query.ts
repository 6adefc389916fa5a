import { evaluateNode, meets } from "../../filters/evaluate.ts"
import { everyRow, type FilterNode } from "../../filters/nodes.ts"
import { compareKeys, identityOf, sortKeyOf } from "../../functions/compare.ts"
import { readInside } from "../../functions/members.ts"
import { ListValue, MapValue, RowsValue, type Value } from "../../vm/value.ts"
import { fold } from "../fold.ts"
import { tableLimits } from "../limits.ts"
import { refuseTable } from "../problem.ts"
import { scanRows } from "../read-table.ts"
import type { TableContext, TableWork } from "../store.ts"
import { tableNameOf } from "../table-shape.ts"
import type { Query, QueryJoin, QuerySource } from "./nodes.ts"
import { totalName } from "./parse-query.ts"

/** Variables that a query may name in the place of a table, by lower-case name. */
export type QueryVariables = ReadonlyMap<string, Value>

/** A row of all sources together: their columns by name, and each source under its alias. */
interface Joined {
  readonly fields: ReadonlyMap<string, Value>
  readonly scope: MapValue
}

/** Runs a query over tables and variables; every row it looks at counts against the limits. */
export function* runQuery(
  query: Query,
  variables: QueryVariables,
  context: TableContext,
): TableWork<RowsValue> {
  let rows = (yield* readSource(query.from, query, variables, context)).map((row) =>
    join(null, query.from, row),
  )
  for (const part of query.joins) {
    const others = yield* readSource(part.source, query, variables, context)
    rows = joinSource(rows, others, part, context)
  }
  const { env } = context
  const kept = rows.filter(({ scope }) => meets(env, query.where, scope))
  const isGrouped = query.groupBy.length > 0 || query.totals.length > 0
  const groups = isGrouped ? groupRows(kept, query, context) : kept
  const chosen = groups.filter(({ scope }) => meets(env, query.having, scope))
  return new RowsValue(project(sortRows(chosen, query, context), query, context))
}

function* readSource(
  { table, alias }: QuerySource,
  query: Query,
  variables: QueryVariables,
  context: TableContext,
): TableWork<readonly Value[]> {
  const variable = variables.get(table.toLowerCase())
  if (variable instanceof ListValue) return variable.items
  if (variable instanceof MapValue) return [variable]
  const name = typeof variable === "string" ? variable : table
  const isAlone = query.joins.length === 0 && query.where !== null
  const condition = isAlone
    ? withoutAlias(query.where as FilterNode, [alias, tableNameOf(name)])
    : null
  return (yield* scanRows(name, { ...everyRow, condition }, context)).items
}

/** Where one table is read, its condition goes with it; `o.total` is then just `total`. */
function withoutAlias(node: FilterNode, aliases: readonly string[]): FilterNode {
  const inner = (part: FilterNode): FilterNode => withoutAlias(part, aliases)
  switch (node.kind) {
    case "column": {
      const [first = "", ...rest] = node.name.split(".")
      const isAlias = rest.length > 0 && aliases.includes(first.toLowerCase())
      return isAlias ? { ...node, name: rest.join(".") } : node
    }
    case "and":
    case "or":
      return { ...node, parts: node.parts.map(inner) }
    case "not":
    case "null":
      return { ...node, inner: inner(node.inner) }
    case "call":
      return { ...node, args: node.args.map(inner) }
    case "like":
      return { ...node, left: inner(node.left) }
    case "in":
      return { ...node, left: inner(node.left), choices: node.choices.map(inner) }
    case "compare":
    case "search":
    case "arithmetic":
      return { ...node, left: inner(node.left), right: inner(node.right) }
    default:
      return node
  }
}

function join(before: Joined | null, { alias }: QuerySource, row: Value): Joined {
  const own = row instanceof MapValue ? row.entries : new Map<string, Value>()
  const fields = new Map([...own, ...(before?.fields ?? [])])
  const aliases =
    before === null
      ? []
      : [...before.scope.entries].filter(([, value]) => value instanceof MapValue)
  const scope = new Map<string, Value>([...fields, ...aliases, [alias, new MapValue(new Map(own))]])
  return { fields, scope: new MapValue(scope) }
}

function joinSource(
  rows: readonly Joined[],
  others: readonly Value[],
  part: QueryJoin,
  context: TableContext,
): Joined[] {
  const { env } = context
  const find = indexOthers(others, part, context)
  const made: Joined[] = []
  for (const row of rows) {
    let count = 0
    for (const other of find(row)) {
      const both = join(row, part.source, other)
      if (!meets(env, part.on, both.scope)) continue
      made.push(both)
      count++
      if (made.length > tableLimits.scannedRows)
        refuseTable("basic.table_limit", { what: "rows of a JOIN", limit: tableLimits.scannedRows })
    }
    if (count === 0 && part.isLeft) made.push(join(row, part.source, null))
  }
  return made
}

/** `ON a.id = b.customer` finds its partners by an index; any other condition tries all pairs. */
function indexOthers(others: readonly Value[], { on, source }: QueryJoin, { env }: TableContext) {
  const all = () => others
  if (on?.kind !== "compare" || on.operator !== "=") return all
  if (on.left.kind !== "column" || on.right.kind !== "column") return all
  const isRight = on.right.name.toLowerCase().startsWith(`${source.alias}.`)
  const [outer, inner] = isRight ? [on.left, on.right] : [on.right, on.left]
  if (!inner.name.toLowerCase().startsWith(`${source.alias}.`)) return all
  const field = inner.name.slice(source.alias.length + 1)
  const index = new Map<string, Value[]>()
  for (const other of others) {
    const identity = identityOf(readInside(env, other, field), env)
    const known = index.get(identity)
    if (known) known.push(other)
    else index.set(identity, [other])
  }
  return (row: Joined): readonly Value[] =>
    index.get(identityOf(evaluateNode(env, outer, row.scope), env)) ?? []
}

function groupRows(rows: readonly Joined[], query: Query, { env }: TableContext): Joined[] {
  const groups = new Map<string, Joined[]>()
  if (query.groupBy.length === 0) groups.set("", [])
  for (const row of rows) {
    const key = query.groupBy
      .map((node) => identityOf(evaluateNode(env, node, row.scope), env))
      .join("\u0000")
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()].map((members) => {
    const totals = query.totals.map(({ fold: name, isDistinct, node }, index) => {
      const values = members.map(({ scope }) =>
        node === null ? true : evaluateNode(env, node, scope),
      )
      const counted = isDistinct
        ? distinctValues(values, (value) => identityOf(value, env))
        : values
      return [totalName(index), fold(name, counted, env)] as const
    })
    const [first] = members
    const scope = new MapValue(new Map([...(first?.scope.entries ?? []), ...totals]))
    return { fields: first?.fields ?? new Map(), scope }
  })
}

function distinctValues<T>(values: readonly T[], identify: (value: T) => string): T[] {
  const seen = new Set<string>()
  return values.filter((value) => {
    const identity = identify(value)
    return !seen.has(identity) && seen.add(identity)
  })
}

/** ORDER BY may name a column of the result as well. */
function sortRows(rows: readonly Joined[], query: Query, { env }: TableContext): readonly Joined[] {
  if (query.order.length === 0) return rows
  const named = new Map<string, FilterNode>()
  for (const column of query.columns)
    if (column.kind === "value") named.set(column.name.toLowerCase(), column.node)
  const keyed = rows.map((row) => ({
    row,
    keys: query.order.map(({ by }) => {
      const node = by.kind === "column" ? (named.get(by.name.toLowerCase()) ?? by) : by
      return sortKeyOf(evaluateNode(env, node, row.scope), env)
    }),
  }))
  env.spend(rows.length * (4 + Math.ceil(Math.log2(rows.length + 1))))
  keyed.sort((a, b) => {
    for (const [index, { isDescending }] of query.order.entries()) {
      const [first, second] = [a.keys[index], b.keys[index]]
      if (!first || !second) continue
      const order = compareKeys(first, second, env)
      if (order !== 0) return isDescending ? -order : order
    }
    return 0
  })
  return keyed.map(({ row }) => row)
}

function project(rows: readonly Joined[], query: Query, context: TableContext): Value[] {
  const { env, maxRows } = context
  const made = rows.map(({ fields, scope }) => {
    const cells = new Map<string, Value>()
    for (const column of query.columns) {
      if (column.kind === "value") cells.set(column.name, evaluateNode(env, column.node, scope))
      else
        for (const [name, value] of column.of === null
          ? fields
          : entriesOf(scope.entries.get(column.of)))
          cells.set(name, value)
    }
    return new MapValue(cells)
  })
  const distinct = query.isDistinct ? distinctValues(made, (row) => identityOf(row, env)) : made
  const from = query.offset ?? 0
  const most = Math.min(query.limit ?? maxRows, tableLimits.resultRows)
  return distinct.slice(from, from + most)
}

const entriesOf = (value: Value | undefined): ReadonlyMap<string, Value> =>
  value instanceof MapValue ? value.entries : new Map()
