import type { BinaryExpression, Expression } from "../ast/nodes.ts"
import type { Compiler } from "./context.ts"
import type { Target } from "./emitter.ts"
import type { OpName } from "./opcodes.ts"

/** Compare and jump in one instruction. Where values have no order, "unless a < b" is not "if a >= b". */
const jumpsUnless: Readonly<Record<string, OpName>> = {
  "=": "UNLESS_EQUAL",
  "<>": "UNLESS_NOT_EQUAL",
  "<": "UNLESS_LESS",
  "<=": "UNLESS_LESS_OR_EQUAL",
  ">": "UNLESS_GREATER",
  ">=": "UNLESS_GREATER_OR_EQUAL",
}
const jumpsIf: Readonly<Record<string, OpName>> = {
  "=": "UNLESS_NOT_EQUAL",
  "<>": "UNLESS_EQUAL",
  "<": "IF_LESS",
  "<=": "IF_LESS_OR_EQUAL",
  ">": "IF_GREATER",
  ">=": "IF_GREATER_OR_EQUAL",
}

/**
 * Writes a condition as jumps, without making its value: to `target` when it is `jumpsWhen`, else on.
 */
export function compileCondition(
  c: Compiler,
  expression: Expression,
  jumpsWhen: boolean,
  target: Target,
) {
  if (expression.kind === "UnaryExpression" && expression.operator === "NOT")
    return c.condition(expression.operand, !jumpsWhen, target)
  if (expression.kind === "BooleanLiteral") {
    if (expression.value === jumpsWhen) c.out.jump("JUMP", target)
    return
  }
  if (
    expression.kind === "BinaryExpression" &&
    compileBinaryCondition(c, expression, jumpsWhen, target)
  )
    return
  c.expression(expression)
  c.out.jump(jumpsWhen ? "JUMP_IF_TRUE" : "JUMP_IF_FALSE", target)
}

function compileBinaryCondition(
  c: Compiler,
  { operator, left, right }: BinaryExpression,
  jumpsWhen: boolean,
  target: Target,
): boolean {
  if (operator === "AND" || operator === "OR") {
    // One side decides alone: a false side of AND, a true side of OR.
    if ((operator === "OR") === jumpsWhen) c.condition(left, jumpsWhen, target)
    else {
      const end = c.out.newTarget()
      c.condition(left, !jumpsWhen, end)
      c.condition(right, jumpsWhen, target)
      c.out.bind(end)
      return true
    }
    c.condition(right, jumpsWhen, target)
    return true
  }
  const jump = (jumpsWhen ? jumpsIf : jumpsUnless)[operator]
  if (jump === undefined) return false
  c.expression(left)
  c.expression(right)
  c.out.jump(jump, target)
  return true
}

/** Evaluates one of two expressions. */
export function compileChoice(
  c: Compiler,
  test: Expression,
  whenTrue: Expression,
  whenFalse: Expression | null,
) {
  const { out } = c
  const otherwise = out.newTarget()
  const end = out.newTarget()
  c.condition(test, false, otherwise)
  c.expression(whenTrue)
  out.jump("JUMP", end)
  out.bind(otherwise)
  if (whenFalse) c.expression(whenFalse)
  else out.emit("PUSH_NULL")
  out.bind(end)
}
