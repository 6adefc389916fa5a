import type {
  BinaryExpression,
  BinaryOperator,
  Expression,
  NameExpression,
  UnaryExpression,
} from "../ast/nodes.ts"
import { compileCall, compileMethodCall } from "./compile-call.ts"
import { compileChoice } from "./compile-condition.ts"
import { compileQuery, readsCaught } from "./compile-declared.ts"
import { compileFailure, compileUnknown, findErrorState } from "./compile-error.ts"
import { compileEntries, compileParts } from "./compile-literal.ts"
import { compileValueCommand } from "./compile-script-call.ts"
import type { Compiler } from "./context.ts"
import { isSmallInt } from "./emitter.ts"
import type { OpName } from "./opcodes.ts"

type PlainOperator = Exclude<BinaryOperator, "AND" | "OR" | "??" | "NOT IN">

/** The instruction of each operator that takes both sides from the stack. */
const operatorCodes: Readonly<Record<PlainOperator, OpName>> = {
  "^": "POWER",
  "*": "MULTIPLY",
  "/": "DIVIDE",
  MOD: "MODULO",
  "\\": "INT_DIVIDE",
  "+": "ADD",
  "-": "SUBTRACT",
  "&": "CONCAT",
  "=": "EQUAL",
  "<>": "NOT_EQUAL",
  "<": "LESS",
  "<=": "LESS_OR_EQUAL",
  ">": "GREATER",
  ">=": "GREATER_OR_EQUAL",
  LIKE: "LIKE",
  CONTAINS: "CONTAINS",
  "STARTS WITH": "STARTS_WITH",
  "ENDS WITH": "ENDS_WITH",
  IN: "IN",
}

/** Writes the code of an expression: it leaves one value on the stack. */
export function compileExpression(c: Compiler, expression: Expression) {
  const { out } = c
  switch (expression.kind) {
    case "NumberLiteral":
      return out.pushNumber(expression.value)
    case "TextLiteral":
      return out.pushText(expression.value)
    case "TemplateLiteral":
      return compileParts(c, expression.parts)
    case "BooleanLiteral":
      return out.emit(expression.value ? "PUSH_TRUE" : "PUSH_FALSE")
    case "NullLiteral":
      return out.emit("PUSH_NULL")
    case "NameExpression":
      return compileName(c, expression)
    case "QueryExpression":
      return compileQuery(c, expression)
    case "MemberExpression":
      if (readsCaught(c, expression)) return c.expression(expression.object)
      return compileOperands(c, [expression.object], "MEMBER", out.constant(expression.name))
    case "IndexExpression":
      return compileOperands(c, [expression.object, expression.index], "INDEX")
    case "CallExpression":
      return compileCall(c, expression)
    case "MethodCallExpression":
      return compileMethodCall(c, expression)
    case "UnaryExpression":
      return compileUnary(c, expression)
    case "BinaryExpression":
      return compileBinary(c, expression)
    case "BetweenExpression":
      return compileOperands(c, [expression.operand, expression.low, expression.high], "BETWEEN")
    case "IsNullExpression":
      compileOperands(c, [expression.operand], "IS_NULL")
      if (expression.isNegated) out.emit("NOT")
      return
    case "ConditionalExpression":
      return compileChoice(c, expression.test, expression.whenTrue, expression.whenFalse)
    case "ObjectLiteral":
      return compileEntries(c, expression.entries)
    case "ArrayLiteral":
      return compileOperands(c, expression.items, "NEW_LIST", expression.items.length)
    case "CommandExpression":
      return compileValueCommand(c, expression)
    case "UnknownCommandExpression":
      return compileUnknown(c, expression.words)
    case "ErrorExpression":
      return compileFailure(c, "basic.broken_line", expression.text)
  }
}

/** Values in order, then the instruction that takes them. */
function compileOperands(
  c: Compiler,
  parts: readonly Expression[],
  name: OpName,
  ...operands: readonly number[]
) {
  for (const part of parts) c.expression(part)
  c.out.emit(name, ...operands)
}

function compileName(c: Compiler, expression: NameExpression) {
  const errorState = findErrorState(c, expression.name)
  if (errorState !== null) return c.out.emit(errorState)
  c.variable("LOAD", c.slot(expression.name))
}

function compileUnary(c: Compiler, expression: UnaryExpression) {
  const { operand, operator } = expression
  if (operator === "-" && operand.kind === "NumberLiteral") return c.out.pushNumber(-operand.value)
  c.expression(operand)
  c.out.emit(operator === "-" ? "NEGATE" : operator === "+" ? "TO_NUMBER" : "NOT")
}

const shortCircuits = { AND: "AND_JUMP", OR: "OR_JUMP", "??": "ELSE_JUMP" } as const

function compileBinary(c: Compiler, expression: BinaryExpression) {
  const { operator, left, right } = expression
  if (operator === "AND" || operator === "OR" || operator === "??") {
    const end = c.out.newTarget()
    c.expression(left)
    c.out.jump(shortCircuits[operator], end)
    c.expression(right)
    return c.out.bind(end)
  }
  c.expression(left)
  if (compileFused(c, operator, right)) return
  c.expression(right)
  c.out.emit(operatorCodes[operator === "NOT IN" ? "IN" : operator])
  if (operator === "NOT IN") c.out.emit("NOT")
}

const withInt = {
  "+": "ADD_INT",
  "-": "SUBTRACT_INT",
  "*": "MULTIPLY_INT",
  MOD: "MODULO_INT",
} as const

/** One instruction for the right side and the operator, where there is one. */
function compileFused(c: Compiler, operator: BinaryOperator, right: Expression): boolean {
  if (operator !== "+" && operator !== "-" && operator !== "*" && operator !== "MOD") return false
  if (right.kind === "NumberLiteral" && isSmallInt(right.value)) {
    if (operator === "MOD" && right.value === 0) return false
    c.out.emit(withInt[operator], right.value)
    return true
  }
  if (operator !== "+" || right.kind !== "NameExpression") return false
  if (findErrorState(c, right.name) !== null) return false
  c.variable("ADD", c.slot(right.name))
  return true
}
