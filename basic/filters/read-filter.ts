import { itemFunctions } from "../functions/item-functions.ts"
import type { Env } from "../vm/env.ts"
import { MapValue, type Value } from "../vm/value.ts"
import { everyRow, type Filter, type FilterNode, type FilterReading } from "./nodes.ts"
import { comparesAnything, parseFilter, parseRowExpression } from "./parse.ts"
import { type FilterSource, fillHoles, readFilterSource, showFilter } from "./source.ts"
import { splitFilter } from "./tokens.ts"

type Fail = Pick<Env, "fail">

/** Reads the condition of FILTER. Errors: `basic.bad_condition`, which names the function. */
export const readCondition = (name: string, value: Value, env: Env): Filter => {
  const source = readSource(name, value, env)
  env.spend(source.text.length)
  const reading = parseFilter(source)
  if (reading.problem) return refuse(env, name, reading.problem.reason, source)
  checkCalls(env, name, reading.filter.condition, source)
  return reading.filter
}

/** Reads the expression of MAP. Errors as above. */
export const readRowExpression = (name: string, value: Value, env: Env): FilterNode => {
  const source = readSource(name, value, env)
  env.spend(source.text.length)
  const { node, problem } = parseRowExpression(source)
  if (problem) return refuse(env, name, problem.reason, source)
  checkCalls(env, name, node, source)
  return node
}

/**
 * Reads the filter of a command about tables.
 *
 * Shape: nothing and an empty text are every row; an object says which value each column has; a value
 *        that compares nothing is the id of a row.
 * Errors: `basic.bad_condition`.
 */
export const readTableFilter = (name: string, value: Value, env: Fail): Filter => {
  if (value === null || value === "") return everyRow
  if (value instanceof MapValue) return { ...everyRow, condition: sameAs(value) }
  const source = readFilterSource(value) ?? { text: "\uFFFC", values: [value] }
  if (source.text.trim() === "") return everyRow
  const clause = /^\s*(?:ORDER\s+BY|LIMIT)\s/i.test(source.text)
  if (
    !clause &&
    !comparesAnything(splitFilter(source.text)) &&
    !/\b(?:AND|OR|NOT)\b/i.test(source.text)
  ) {
    const id = fillHoles(source, 0, source.text)
    return { ...everyRow, condition: hasId(typeof id === "string" ? id.trim() : id) }
  }
  const reading: FilterReading = parseFilter(source)
  if (reading.problem) return refuse(env, name, reading.problem.reason, source)
  checkCalls(env, name, reading.filter.condition, source)
  return reading.filter
}

/** The row of this id. `rowKeyColumn` is put in its place by the table's own key. */
export const rowKeyColumn = "\u0000key"
export const hasId = (value: Value): FilterNode => ({
  kind: "compare",
  operator: "=",
  left: { kind: "column", name: rowKeyColumn },
  right: { kind: "value", value },
})

/** Every entry of an object as an equality. */
const sameAs = (map: MapValue): FilterNode => ({
  kind: "and",
  parts: [...map.entries].map(([name, value]) => ({
    kind: "compare",
    operator: "=",
    left: { kind: "column", name },
    right: { kind: "value", value },
  })),
})

function readSource(name: string, value: Value, env: Env): FilterSource {
  const source = readFilterSource(value)
  if (source) return source
  return env.fail("basic.bad_condition", { name, reason: "it is no text", found: "" })
}

function refuse(env: Fail, name: string, reason: string, source: FilterSource): never {
  return env.fail("basic.bad_condition", { name, reason, found: showFilter(source) })
}

/** A function that does not exist is a mistake of the filter, not of its rows. */
function checkCalls(env: Fail, name: string, node: FilterNode | null, source: FilterSource) {
  if (node === null) return
  if (node.kind === "call" && !itemFunctions.has(node.name))
    refuse(env, name, `there is no function ${node.name} here`, source)
  for (const inner of listInner(node)) checkCalls(env, name, inner, source)
}

/** The nodes directly inside one. */
export const listInner = (node: FilterNode): readonly FilterNode[] => {
  switch (node.kind) {
    case "and":
    case "or":
      return node.parts
    case "not":
    case "null":
      return [node.inner]
    case "call":
      return node.args
    case "arithmetic":
    case "compare":
    case "search":
      return [node.left, node.right]
    case "like":
      return [node.left]
    case "in":
      return [node.left, ...node.choices]
    default:
      return []
  }
}
