import { parseNumber } from "#basic"
import type { CompareOperator, FilterNode, LikePattern } from "#basic/filters/nodes.ts"
import type { Value } from "#basic/vm/value.ts"
import { storableText } from "../storable.ts"

type NodeOf<Kind extends FilterNode["kind"]> = Extract<FilterNode, { kind: Kind }>
type Param = string | number | boolean | null | readonly string[]

/** Collects the parameters of a statement: whatever a tenant wrote goes here, never into the text. */
export class Params {
  readonly values: Param[]
  constructor(values: readonly Param[]) {
    this.values = [...values]
  }
  add(value: Param): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  /** Forgets what was added since then: a statement must use every parameter it is given. */
  cutTo(length: number) {
    this.values.length = length
  }
}

/** A condition as SQL. Where it is not exact, it lets through rows that the evaluator then refuses. */
export interface WhereSql {
  readonly sql: string
  readonly isExact: boolean
}

const everything: WhereSql = { sql: "true", isExact: false }
const exact = (sql: string): WhereSql => ({ sql, isExact: true })

/**
 * Writes a resolved condition as SQL over `cells`, meaning just what `basic/filters/evaluate.ts` means.
 * Comparisons of a column with a value are exact; functions, dates and paths are left to the evaluator.
 */
export function whereSql(node: FilterNode | null, params: Params): WhereSql {
  if (node === null) return exact("true")
  switch (node.kind) {
    case "and":
      return combine(node.parts, params)
    case "or":
      return either(node.parts, params)
    case "not": {
      const before = params.values.length
      const inner = whereSql(node.inner, params)
      if (inner.isExact) return exact(`(not ${inner.sql})`)
      params.cutTo(before)
      return everything
    }
    case "compare":
      return compareSql(node, params)
    case "in":
      return inSql(node, params)
    case "null": {
      const cell = cellSql(node.inner, params)
      return cell === null ? everything : exact(isEmptySql(cell))
    }
    case "like":
      return likeSql(node, params)
    case "value":
      return typeof node.value === "boolean" ? exact(node.value ? "true" : "false") : everything
    default:
      return everything
  }
}

function combine(parts: readonly FilterNode[], params: Params): WhereSql {
  const written = parts.map((part) => whereSql(part, params))
  return {
    sql: `(${written.map(({ sql }) => sql).join(" and ")})`,
    isExact: written.every(({ isExact }) => isExact),
  }
}

function either(parts: readonly FilterNode[], params: Params): WhereSql {
  const written = parts.map((part) => whereSql(part, params))
  return {
    sql: `(${written.map(({ sql }) => sql).join(" or ")})`,
    isExact: written.every(({ isExact }) => isExact),
  }
}

/** The cell of a column; null for anything else, and for a path into one. */
function cellSql(node: FilterNode, params: Params): string | null {
  if (node.kind !== "column" || /[.[?]/.test(node.name)) return null
  return `(cells -> ${params.add(storableText(node.name))}::text)`
}

const isEmptySql = (cell: string): string =>
  `(coalesce(${cell}, 'null'::jsonb) in ('null'::jsonb, '""'::jsonb))`

const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
}

function compareSql({ operator, left, right }: NodeOf<"compare">, params: Params): WhereSql {
  if (right.kind === "value") return withValue(left, operator, right.value, params)
  return left.kind === "value"
    ? withValue(right, mirrored[operator], left.value, params)
    : everything
}

function withValue(
  column: FilterNode,
  operator: CompareOperator,
  value: Value,
  params: Params,
): WhereSql {
  const isPlain = typeof value !== "object" || value === null
  const isOrdered = operator !== "=" && operator !== "<>"
  if (!isPlain || (isOrdered && typeof value === "boolean")) return everything
  if (isOrdered && (value === null || value === "")) return exact("false")
  const cell = cellSql(column, params)
  if (cell === null) return everything
  if (operator === "=") return exact(equalSql(cell, value, params))
  if (operator === "<>") return exact(`(not ${equalSql(cell, value, params)})`)
  return exact(orderSql(cell, operator, value as string | number, params))
}

type Plain = string | number | boolean | null

function equalSql(cell: string, value: Plain, params: Params): string {
  if (value === null || value === "") return isEmptySql(cell)
  if (typeof value === "number")
    return `coalesce(cell_number(${cell}) = ${params.add(value)}::double precision, false)`
  const text = String(value).toLowerCase()
  const isFlag = text === "true" || text === "false"
  const ways: string[] = []
  if (typeof value === "boolean") {
    ways.push(
      `jsonb_typeof(${cell}) = 'string' and lower(${cell} #>> '{}') = ${params.add(text)}::text`,
    )
    ways.push(
      `jsonb_typeof(${cell}) = 'number' and (${cell} #>> '{}')::double precision = ${value ? 1 : 0}`,
    )
  } else {
    ways.push(`${cell} = ${params.add(JSON.stringify(storableText(value)))}::text::jsonb`)
    const number = parseNumber(value)
    if (number !== null)
      ways.push(
        `jsonb_typeof(${cell}) = 'number' and (${cell} #>> '{}')::double precision = ${params.add(number)}::double precision`,
      )
  }
  if (isFlag) ways.push(`${cell} = ${params.add(text)}::text::jsonb`)
  return `coalesce(${ways.map((way) => `(${way})`).join(" or ")}, false)`
}

/** Numbers and texts that read as numbers are ordered by size, other texts by their characters. */
function orderSql(
  cell: string,
  operator: CompareOperator,
  value: string | number,
  params: Params,
): string {
  const number = typeof value === "number" ? value : parseNumber(value)
  const byText =
    typeof value === "string"
      ? `when jsonb_typeof(${cell}) = 'string' and ${cell} <> '""'::jsonb then ((${cell} #>> '{}') collate "C" ${operator} ${params.add(storableText(value))}::text)`
      : ""
  if (number === null) return `(case ${byText} else false end)`
  const byNumber = `when cell_number(${cell}) is not null then cell_number(${cell}) ${operator} ${params.add(number)}::double precision`
  return `(case ${byNumber} ${byText} else false end)`
}

/** Few choices are compared one by one; of many only those that can match are let through. */
function inSql({ left, choices }: NodeOf<"in">, params: Params): WhereSql {
  if (choices.length === 0) return exact("false")
  const values = choices.map((choice) => (choice.kind === "value" ? choice.value : undefined))
  if (values.length <= 8)
    return either(
      choices.map((right) => ({ kind: "compare", operator: "=", left, right })),
      params,
    )
  const isPlain = values.every(
    (value) => typeof value === "number" || (typeof value === "string" && value !== ""),
  )
  const cell = isPlain ? cellSql(left, params) : null
  if (cell === null) return everything
  const texts = values.map((value) => storableText(String(value)))
  const numbers = values.flatMap((value) =>
    typeof value === "number" ? value : (parseNumber(String(value)) ?? []),
  )
  const byNumber =
    numbers.length === 0
      ? ""
      : ` or cell_number(${cell}) = any(${params.add(numbers.map(String))}::text[]::double precision[])`
  return {
    sql: `((${cell} #>> '{}') = any(${params.add(texts)}::text[])${byNumber})`,
    isExact: false,
  }
}

/** Exact for cells of text; other cells are left to the evaluator. */
function likeSql({ left, pattern, ignoresCase }: NodeOf<"like">, params: Params): WhereSql {
  const cell = ignoresCase ? null : cellSql(left, params)
  if (cell === null) return everything
  const sql = `(jsonb_typeof(${cell}) is distinct from 'string' or (${cell} #>> '{}') like ${params.add(likeText(pattern))}::text)`
  return { sql, isExact: false }
}

const likeText = (pattern: LikePattern): string =>
  pattern
    .map((piece) => {
      if (typeof piece === "string") return storableText(piece).replace(/[\\%_]/g, "\\$&")
      return piece.wild === "any" ? "%" : "_"
    })
    .join("")
