import type { Filter, FilterNode } from "../filters/nodes.ts"
import { listInner, rowKeyColumn } from "../filters/read-filter.ts"
import { refuseTable } from "./problem.ts"
import { mayTouch } from "./roles.ts"
import { findColumn, needColumn, type TableShape } from "./table-shape.ts"

/** How a filter meets a table: who asks, and whether an unknown column is a mistake. */
export interface Resolving {
  readonly roles: readonly string[] | null
  /** For changes: a misspelt column must not become "every row". Declared tables always refuse. */
  readonly isStrict: boolean
}

/** Puts the table's own columns into a filter: names by its spelling, variables where it has no such column. */
export function resolveFilter(shape: TableShape, filter: Filter, how: Resolving): Filter {
  const condition = filter.condition === null ? null : resolve(shape, filter.condition, how)
  const order = filter.order.flatMap((part) => {
    const [column = "", ...path] = part.column.split(".")
    const found =
      how.isStrict || shape.isDeclared ? needColumn(shape, column) : findColumn(shape, column)
    return found === null ? [] : [{ ...part, column: [found.name, ...path].join(".") }]
  })
  return { ...filter, condition, order }
}

function resolve(shape: TableShape, node: FilterNode, how: Resolving): FilterNode {
  const inner = (part: FilterNode): FilterNode => resolve(shape, part, how)
  switch (node.kind) {
    case "value":
    case "row":
      return node
    case "word":
      return { kind: "value", value: node.text }
    case "column":
      return resolveColumn(shape, node, how)
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
      return checkCompared(
        shape,
        { ...node, left: inner(node.left), right: inner(node.right) },
        node,
      )
    default:
      return { ...node, left: inner(node.left), right: inner(node.right) }
  }
}

function resolveColumn(
  shape: TableShape,
  node: Extract<FilterNode, { kind: "column" }>,
  how: Resolving,
): FilterNode {
  if (node.name === rowKeyColumn) return { kind: "column", name: shape.keys[0] ?? "id" }
  const [, first = node.name, rest = ""] = /^([^.?[]+)(.*)$/s.exec(node.name) ?? []
  const column = findColumn(shape, first)
  if (column === null) {
    // A prefix that is no column names the table, as in `orders.total`.
    const inTable = /^\??\.(.+)$/s.exec(rest)?.[1]
    if (inTable !== undefined && first.toLowerCase() === shape.name.toLowerCase())
      return resolveColumn(shape, { kind: "column", name: inTable }, how)
    if (node.fallback !== undefined && node.fallback !== null)
      return { kind: "value", value: node.fallback }
    if (how.isStrict || shape.isDeclared) needColumn(shape, first)
    return { kind: "value", value: null }
  }
  if (!mayTouch(column.readRoles, how.roles)) needColumn({ ...shape, columns: [] }, first)
  return { kind: "column", name: `${column.name}${rest}` }
}

/** A comparison that was to look at a column and looks at none would be true of all rows or of none. */
function checkCompared(
  shape: TableShape,
  resolved: Extract<FilterNode, { kind: "compare" }>,
  written: Extract<FilterNode, { kind: "compare" }>,
): FilterNode {
  const wasColumn = written.left.kind === "column" && written.left.fallback !== undefined
  if (wasColumn && !looksAtRow(resolved.left) && !looksAtRow(resolved.right))
    refuseTable("basic.constant_condition", {
      table: shape.name,
      found: written.left.kind === "column" ? written.left.name : "",
    })
  return resolved
}

const looksAtRow = (node: FilterNode): boolean =>
  node.kind === "column" || node.kind === "row" || listInner(node).some(looksAtRow)
