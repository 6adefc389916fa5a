import { parseNumber } from "../format/parse-number.ts"
import { toText } from "../format/to-text.ts"
import { itemFunctions } from "../functions/item-functions.ts"
import { type Comparison, comparisons } from "../functions/item-operators.ts"
import { readInside } from "../functions/members.ts"
import { add, combine } from "../vm/arithmetic.ts"
import type { Env } from "../vm/env.ts"
import { Raised } from "../vm/errors.ts"
import { findKey } from "../vm/keys.ts"
import { isTruthy } from "../vm/truth.ts"
import { MapValue, type Value } from "../vm/value.ts"
import { fitsPattern } from "./like-pattern.ts"
import type { FilterNode } from "./nodes.ts"

type NodeOf<Kind extends FilterNode["kind"]> = Extract<FilterNode, { kind: Kind }>

/** Says whether a row meets a condition. Null: every row does. */
export const meets = (env: Env, condition: FilterNode | null, row: Value): boolean =>
  condition === null || isTruthy(evaluateNode(env, condition, row))

/** The same for a row of a table: one whose cells a function in the condition cannot work with does not meet it. */
export function meetsInTable(env: Env, condition: FilterNode | null, row: Value): boolean {
  try {
    return meets(env, condition, row)
  } catch (error) {
    if (error instanceof Raised) return false
    throw error
  }
}

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
    case "in":
      return isIn(env, node, valueAt(node.left), valueAt)
    default:
      return isLike(env, node, valueAt(node.left))
  }
}

/** What the choices of IN hold, so that long lists are not walked for every row. */
interface Choices {
  readonly texts: ReadonlySet<string>
  /** Numbers among the choices, and numbers that texts among them read as. */
  readonly numbers: ReadonlySet<number>
  readonly textNumbers: ReadonlySet<number>
}
const knownChoices = new WeakMap<object, Choices | null>()

function choicesOf(node: NodeOf<"in">): Choices | null {
  const known = knownChoices.get(node)
  if (known !== undefined) return known
  const made = node.choices.length > 8 ? collectChoices(node.choices) : null
  knownChoices.set(node, made)
  return made
}

function collectChoices(nodes: readonly FilterNode[]): Choices | null {
  const texts = new Set<string>()
  const numbers = new Set<number>()
  const textNumbers = new Set<number>()
  for (const node of nodes) {
    if (node.kind !== "value") return null
    if (typeof node.value === "number") numbers.add(node.value)
    else if (typeof node.value === "string" && node.value !== "") {
      texts.add(node.value)
      const number = parseNumber(node.value)
      if (number !== null) textNumbers.add(number)
    } else return null
  }
  return { texts, numbers, textNumbers }
}

function isIn(
  env: Env,
  node: NodeOf<"in">,
  value: Value,
  valueAt: (node: FilterNode) => Value,
): boolean {
  const choices = choicesOf(node)
  if (choices && typeof value === "string") {
    const number = parseNumber(value)
    return choices.texts.has(value) || (number !== null && choices.numbers.has(number))
  }
  if (choices && typeof value === "number")
    return choices.numbers.has(value) || choices.textNumbers.has(value)
  env.spend(node.choices.length)
  return node.choices.some((choice) => comparisonOf("=")(env, value, valueAt(choice)))
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
