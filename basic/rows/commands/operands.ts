import { parseJson } from "../../format/parse-json.ts"
import { toText } from "../../vm/json.ts"
import type { OperandValue } from "../../vm/outcome.ts"
import { ListValue, MapValue, type Value } from "../../vm/value.ts"
import { refuseTable } from "../problem.ts"
import type { TableContext } from "../store.ts"

/** The operands of a command as the machine hands them over, or as a handler has checked them. */
export type RowOperands = Readonly<Record<string, OperandValue | undefined>>

const isValues = (operand: OperandValue): operand is readonly Value[] => Array.isArray(operand)

/** The value of an operand; null when it was not written. */
export const givenValue = (operands: RowOperands, name: string): Value => {
  const operand = operands[name] ?? null
  return isValues(operand) ? new ListValue([...operand]) : operand
}

export const givenText = (operands: RowOperands, name: string): string =>
  toText(givenValue(operands, name))

/** The values of an operand that is a list of expressions. */
export const givenValues = (operands: RowOperands, name: string): readonly Value[] => {
  const operand = operands[name] ?? null
  return isValues(operand) ? operand : operand === null ? [] : [operand]
}

/** What those values were called where they are written; null for those without a name. */
export const givenNames = (operands: RowOperands, name: string): readonly (string | null)[] => {
  const names = operands[`${name}Names`] ?? null
  const list = names instanceof ListValue ? names.items : isValues(names) ? names : []
  return list.map((item) => (typeof item === "string" ? item : null))
}

/** A whole number from 0; null when it was not written. */
export const givenCount = (
  operands: RowOperands,
  name: string,
  context: TableContext,
): number | null => {
  const value = givenValue(operands, name)
  if (value === null || value === "") return null
  const number = typeof value === "number" ? value : Number(toText(value))
  if (!(number >= 0))
    context.env.fail("basic.wrong_type", {
      name,
      expected: "a number from 0",
      found: toText(value),
    })
  return Math.trunc(number)
}

/** The rows in a value: an object, a list of them, or either as JSON text. Null when it holds none. */
export function rowsIn(value: Value, context: TableContext): MapValue[] | null {
  if (value instanceof MapValue) return [value]
  if (value instanceof ListValue)
    return value.items.every((item) => item instanceof MapValue)
      ? (value.items as MapValue[])
      : null
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return null
  return rowsIn(parseJson(value, context.env), context)
}

/** The same, or a refusal that names the command. */
export const needRows = (keyword: string, value: Value, context: TableContext): MapValue[] =>
  rowsIn(value, context) ?? refuseTable("basic.bad_row", { keyword, found: toText(value) })
