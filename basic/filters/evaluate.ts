import { toText } from "../format/to-text.ts"
import { itemFunctions } from "../functions/item-functions.ts"
import { type Comparison, comparisons } from "../functions/item-operators.ts"
import { readInside } from "../functions/members.ts"
import { add, combine } from "../vm/arithmetic.ts"
import type { Env } from "../vm/env.ts"
import { findKey } from "../vm/keys.ts"
import { isTruthy } from "../vm/truth.ts"
import { MapValue, type Value } from "../vm/value.ts"
import { fitsPattern } from "./like-pattern.ts"
import type { FilterNode } from "./nodes.ts"

type NodeOf<Kind extends FilterNode["kind"]> = Extract<FilterNode, { kind: Kind }>

/** Says whether a row meets a condition. Null: every row does. */
export const meets = (env: Env, condition: FilterNode | null, row: Value): boolean =>
  condition === null || isTruthy(evaluateNode(env, condition, row))

/**
 * Works out a condition or an expression for one row.
 *
 * Errors: those of the functions in it, and `basic.bad_condition` for a function that does not exist.
 */
export function evaluateNode(env: Env, node: FilterNode, row: Value): Value {
  env.spend(2)
  switch (node.kind) {
    case "value":
      return node.value
    case "row":
      return row
    case "column":
      return readColumn(env, node, row)
    case "word":
      return readWord(env, node.text, row)
    case "call":
      return call(env, node, row)
    case "arithmetic":
      return calculate(env, node, row)
    default:
      return test(env, node, row)
  }
}

function test(
  env: Env,
  node: NodeOf<"and" | "or" | "not" | "compare" | "search" | "like" | "in" | "null">,
  row: Value,
): boolean {
  const valueAt = (inner: FilterNode): Value => evaluateNode(env, inner, row)
  switch (node.kind) {
    case "and":
      return node.parts.every((part) => isTruthy(valueAt(part)))
    case "or":
      return node.parts.some((part) => isTruthy(valueAt(part)))
    case "not":
      return !isTruthy(valueAt(node.inner))
    case "null": {
      const value = valueAt(node.inner)
      return value === null || value === ""
    }
    case "compare":
    case "search":
      return comparisonOf(node.operator)(env, valueAt(node.left), valueAt(node.right))
    case "in": {
      const value = valueAt(node.left)
      return node.choices.some((choice) => comparisonOf("=")(env, value, valueAt(choice)))
    }
    default:
      return isLike(env, node, valueAt(node.left))
  }
}

const comparisonOf = (operator: string): Comparison => comparisons.get(operator) as Comparison

function isLike(env: Env, { pattern, ignoresCase }: NodeOf<"like">, value: Value): boolean {
  const text = toText(value, env)
  const spend = (units: number) => env.spend(units)
  if (!ignoresCase) return fitsPattern(text, pattern, spend)
  const lower = pattern.map((piece) => (typeof piece === "string" ? piece.toLowerCase() : piece))
  return fitsPattern(text.toLowerCase(), lower, spend)
}

function readColumn(env: Env, { name, fallback }: NodeOf<"column">, row: Value): Value {
  if (!(row instanceof MapValue)) {
    if (fallback !== undefined) return fallback
    return name.includes(".") || name.includes("[") ? readInside(env, row, name) : null
  }
  if (fallback !== undefined && findKey(env, row, name) === null) return fallback
  return readInside(env, row, name)
}

/** An unquoted word is the field of that name where the row has one, else just text. */
const readWord = (env: Env, text: string, row: Value): Value =>
  row instanceof MapValue && findKey(env, row, text) !== null ? readInside(env, row, text) : text

function call(env: Env, { name, args }: NodeOf<"call">, row: Value): Value {
  const found = itemFunctions.get(name)
  if (!found)
    return env.fail("basic.bad_condition", {
      name: "A condition",
      reason: `there is no function ${name} here`,
      found: name,
    })
  return found(
    args.map((arg) => evaluateNode(env, arg, row)),
    env,
  )
}

function calculate(env: Env, { operator, left, right }: NodeOf<"arithmetic">, row: Value): Value {
  const a = evaluateNode(env, left, row)
  const b = evaluateNode(env, right, row)
  return operator === "+" ? add(env, a, b) : combine(env, operator, a, b)
}
