import type { CommandExpression, CommandStatement, Operand } from "../ast/nodes.ts"
import { parse } from "../parser/parse.ts"
import type { OperandValue } from "../vm/outcome.ts"
import { ListValue, MapValue, type Value } from "../vm/value.ts"

/** A line of the table, read. */
export interface Template {
  readonly keyword: string
  readonly operands: Readonly<Record<string, Operand>>
  /** So many operands behind the path it needs. */
  readonly argumentCount: number
}

/** Reads a line of the table; null when its command has no definition, or not in this shape. */
export function readTemplate(line: string): Template | null {
  const [statement] = parse(line).program.body.statements
  const command = findCommandNode(statement)
  if (command === null) return null
  const { keyword, operands } = command
  const places = [...line.matchAll(/\ba(\d)\b/g)].map(([, digit]) => Number(digit) + 1)
  return { keyword, operands, argumentCount: Math.max(0, ...places) }
}

function findCommandNode(statement: unknown): CommandStatement | CommandExpression | null {
  const node = asNode(statement)
  if (node === null) return null
  if (node.kind === "CommandStatement") return node as unknown as CommandStatement
  const value = node.kind === "AssignStatement" ? asNode(node.value) : null
  return value?.kind === "CommandExpression" ? (value as unknown as CommandExpression) : null
}

function asNode(value: unknown): { readonly kind: string; readonly value?: unknown } | null {
  return typeof value === "object" && value !== null && "kind" in value
    ? (value as { readonly kind: string })
    : null
}

/** Puts arguments into an operand of a template. */
export function fillOperand(operand: Operand, args: readonly Value[]): OperandValue {
  if (operand.kind === "ExpressionList") return operand.items.map((item) => fill(item, args))
  return fill(operand, args)
}

/** A template is made of arguments, their members, texts, and sums of texts. */
function fill(operand: Operand, args: readonly Value[]): Value {
  switch (operand.kind) {
    case "TextLiteral":
      return operand.value
    case "Word":
      return operand.text
    case "NameExpression":
      return args[Number(operand.name.slice(1))] ?? null
    case "MemberExpression":
      return readMemberOf(fill(operand.object, args), operand.name)
    case "BinaryExpression":
      return `${asText(fill(operand.left, args))}${asText(fill(operand.right, args))}`
    default:
      return null
  }
}

function readMemberOf(value: Value, name: string): Value {
  if (value instanceof ListValue) return readMemberOf(value.items[0] ?? null, name)
  if (!(value instanceof MapValue)) return name === "title" || name === "text" ? value : null
  const wanted = name.toLowerCase()
  for (const [key, found] of value.entries) if (key.toLowerCase() === wanted) return found
  return null
}

const asText = (value: Value): string => (typeof value === "object" ? "" : String(value))
