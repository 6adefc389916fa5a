import type { Expression, ObjectEntry, Operand, Operands, Statement } from "./nodes.ts"

/** Lists the expressions that stand directly in a statement, in text order; those of its bodies are not among them. */
export function listExpressions(statement: Statement): Expression[] {
  switch (statement.kind) {
    case "AssignStatement":
      return [statement.target, statement.value]
    case "CommandStatement":
      return listOperands(statement.operands)
    case "ExpressionStatement":
      return [statement.expression]
    case "CallStatement":
      return [...optional(statement.path), ...statement.args]
    case "IfStatement":
      return statement.branches.map((branch) => branch.condition)
    case "ForEachStatement":
      return [statement.list]
    case "ForStatement":
      return [statement.from, statement.to, ...optional(statement.step)]
    case "WhileStatement":
      return [statement.condition]
    case "DoStatement":
      return optional(statement.test?.condition ?? null)
    case "SelectStatement":
      return [statement.subject, ...statement.cases.flatMap((item) => item.values)]
    case "ReturnStatement":
      return [...optional(statement.value), ...listValues(statement.fields ?? [])]
    case "WithStatement":
      return [statement.target, ...statement.fields.map((field) => field.value)]
    case "HearStatement":
      return [
        ...optional(statement.target),
        ...statement.options,
        ...optional(statement.from ?? null),
        ...optional(statement.prompt),
        ...optional(statement.fallback),
        ...optional(statement.timeout?.seconds ?? null),
      ]
    case "TextBlockStatement":
      return [...optional(statement.header), ...listParts(statement.parts)]
    default:
      return listDeclared(statement)
  }
}

/** The same for declarations and the statements of workflows. */
function listDeclared(statement: Statement): Expression[] {
  switch (statement.kind) {
    case "ParamStatement":
      return [
        ...optional(statement.example),
        ...optional(statement.description),
        ...optional(statement.fallback),
        ...statement.choices,
      ]
    case "DescriptionStatement":
      return [statement.text]
    case "EventStatement":
      return [...optional(statement.subject), ...listValues(statement.filters)]
    case "DeferStatement":
      return [statement.amount]
    case "DimStatement":
      return statement.items.flatMap((item) => item.sizes)
    case "StepStatement":
      return [
        ...optional(statement.subject),
        ...optional(statement.task),
        ...optional(statement.timeout),
      ]
    default:
      return []
  }
}

/** Lists the expressions directly inside an expression, in text order. */
export function listChildren(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "TemplateLiteral":
      return listParts(expression.parts)
    case "MemberExpression":
      return [expression.object]
    case "IndexExpression":
      return [expression.object, expression.index]
    case "CallExpression":
      return [...expression.args]
    case "MethodCallExpression":
      return [expression.object, ...expression.args]
    case "UnaryExpression":
    case "IsNullExpression":
      return [expression.operand]
    case "BinaryExpression":
      return [expression.left, expression.right]
    case "BetweenExpression":
      return [expression.operand, expression.low, expression.high]
    case "ConditionalExpression":
      return [expression.test, expression.whenTrue, expression.whenFalse]
    case "ObjectLiteral":
      return listValues(expression.entries)
    case "ArrayLiteral":
      return [...expression.items]
    case "CommandExpression":
      return listOperands(expression.operands)
    default:
      return []
  }
}

/** Calls `visit` for an expression and everything inside it, outside first. */
export function visitExpression(expression: Expression, visit: (inner: Expression) => void) {
  const pending = [expression]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next)
    pending.push(...listChildren(next).reverse())
  }
}

export function listOperands(operands: Operands): Expression[] {
  return Object.values(operands).flatMap(listOperand)
}

function listOperand(operand: Operand): Expression[] {
  if (operand.kind === "ExpressionList") return [...operand.items]
  if (operand.kind === "FieldList") return listValues(operand.fields)
  return operand.kind === "Word" ? [] : [operand]
}

const optional = (expression: Expression | null): Expression[] =>
  expression === null ? [] : [expression]
const listValues = (entries: readonly ObjectEntry[]) => entries.map((item) => item.value)
const listParts = (parts: readonly (string | Expression)[]) =>
  parts.filter((part) => typeof part !== "string")
