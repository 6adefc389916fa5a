import { StateError } from "../vm/errors.ts"
import { toJson, toText } from "../vm/json.ts"
import type { Effect, OperandValue } from "../vm/outcome.ts"
import { type Json, ListValue, type Value } from "../vm/value.ts"

type Operands = Effect["operands"]

const isValueList = (operand: OperandValue): operand is readonly Value[] => Array.isArray(operand)

/** The value of an operand; null when it was not given. */
export const operandValue = (operands: Operands, name: string): Value => {
  const operand = operands[name] ?? null
  return isValueList(operand) ? new ListValue([...operand]) : operand
}

export const operandText = (operands: Operands, name: string): string =>
  toText(operandValue(operands, name))

export const operandJson = (operands: Operands, name: string): Json =>
  toJson(operandValue(operands, name))

/** All operands for the transcript; one that cannot be shown says why. */
export const showOperands = (operands: Operands): Json =>
  Object.fromEntries(
    Object.keys(operands).map((name) => {
      try {
        return [name, operandJson(operands, name)]
      } catch (error) {
        if (error instanceof StateError) return [name, error.message]
        throw error
      }
    }),
  )
