import type { Expression, Statement } from "../ast/nodes.ts"

/** What a name was compared with around a declaration: `IF job = "sync" THEN SET SCHEDULE ...`. */
export interface TestedValue {
  readonly name: string
  readonly value: string
}

/** The branch a declaration stands in. "other": below a condition that says nothing about one name. */
export type DeclaredUnder = TestedValue | "always" | "other"

/** Looks from a statement outwards for the IF or SELECT CASE around it. */
export function declaredUnder(
  statement: Statement,
  ancestors: readonly Statement[],
): DeclaredUnder {
  let inner = statement
  for (const around of [...ancestors].reverse()) {
    if (around.kind === "IfStatement") return ofIf(around, inner)
    if (around.kind === "SelectStatement") return ofSelect(around, inner)
    if (loops.has(around.kind)) return "other"
    inner = around
  }
  return "always"
}

const loops: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "ForEachStatement",
  "ForStatement",
  "WhileStatement",
  "DoStatement",
  "TryStatement",
])

function ofIf(
  around: Extract<Statement, { kind: "IfStatement" }>,
  inner: Statement,
): DeclaredUnder {
  const branch = around.branches.find(({ body }) => body.statements.includes(inner))
  if (branch === undefined) return "other"
  if (isConstant(branch.condition)) return "always"
  return testOf(branch.condition) ?? "other"
}

function ofSelect(
  around: Extract<Statement, { kind: "SelectStatement" }>,
  inner: Statement,
): DeclaredUnder {
  const found = around.cases.find(({ body }) => body.statements.includes(inner))
  const [value, ...more] = found?.values ?? []
  const name = nameOf(around.subject)
  const text = value === undefined ? null : literalText(value)
  return name === null || text === null || more.length > 0 ? "other" : { name, value: text }
}

function testOf(condition: Expression): TestedValue | null {
  if (condition.kind !== "BinaryExpression" || condition.operator !== "=") return null
  const { left, right } = condition
  const [name, value] = [nameOf(left) ?? nameOf(right), literalText(right) ?? literalText(left)]
  return name === null || value === null ? null : { name, value }
}

/** A name, also within UCASE and its like. */
function nameOf(expression: Expression): string | null {
  if (expression.kind === "NameExpression") return expression.name
  const [only] = expression.kind === "CallExpression" ? expression.args : []
  return only?.kind === "NameExpression" ? only.name : null
}

function literalText(expression: Expression): string | null {
  if (expression.kind === "TextLiteral") return expression.value
  return expression.kind === "NumberLiteral" ? String(expression.value) : null
}

const isConstant = (expression: Expression): boolean =>
  expression.kind === "BooleanLiteral" || expression.kind === "NumberLiteral"
