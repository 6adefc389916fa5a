import { toJson } from "#basic"
import type { OperandValue } from "#basic/vm/outcome.ts"
import type { Json, Value } from "#basic/vm/value.ts"

/** The operands of an effect as JSON, in the order the program gave them: what its hash is made of. */
export function operandsToJson(operands: Readonly<Record<string, OperandValue>>): Json {
  return Object.entries(operands).map(([name, operand]) => [name, operandToJson(operand)])
}

function operandToJson(operand: OperandValue): Json {
  return Array.isArray(operand) ? operand.map(toJson) : toJson(operand as Value)
}
