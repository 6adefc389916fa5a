/**
 * Writes the condition of a WHERE clause as a filter. Left of a comparison a bare name is a column of the
 * table, else a variable; right of it a name the program sets is the variable: `WHERE email = email`.
 */
import type { BinaryOperator, Expression } from "../ast/nodes.ts"
import { itemFunctions } from "../functions/item-functions.ts"
import type { FilterPieces } from "./filter-pieces.ts"
import { normalizeName } from "./names.ts"

type Side = "left" | "right"
type IsVariable = (name: string) => boolean
type Pieces = (string | Expression)[]

const comparing: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>([
  "=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
  "CONTAINS",
  "STARTS WITH",
  "ENDS WITH",
])
const calculating: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(["+", "-", "*", "/"])

export const printWhere = (expression: Expression, isVariable: IsVariable): FilterPieces =>
  new WherePrinter(isVariable).condition(expression)

class WherePrinter {
  private readonly isVariable: IsVariable

  constructor(isVariable: IsVariable) {
    this.isVariable = isVariable
  }

  condition(node: Expression): Pieces {
    if (node.kind === "UnaryExpression" && node.operator === "NOT")
      return ["NOT (", ...this.condition(node.operand), ")"]
    if (node.kind === "IsNullExpression")
      return [...this.term(node.operand, "left"), node.isNegated ? " IS NOT NULL" : " IS NULL"]
    if (node.kind === "BetweenExpression")
      return [
        ...this.term(node.operand, "left"),
        " BETWEEN ",
        ...this.term(node.low, "right"),
        " AND ",
        ...this.term(node.high, "right"),
      ]
    return node.kind === "BinaryExpression" ? this.binary(node) : this.term(node, "left")
  }

  private binary(node: Extract<Expression, { kind: "BinaryExpression" }>): Pieces {
    const { operator, left, right } = node
    if (operator === "AND" || operator === "OR")
      return ["(", ...this.condition(left), ` ${operator} `, ...this.condition(right), ")"]
    if (operator === "IN" || operator === "NOT IN")
      return [...this.term(left, "left"), ` ${operator} `, ...this.members(right)]
    if (operator === "LIKE")
      return [
        ...this.term(left, "left"),
        " LIKE ",
        right.kind === "TextLiteral" ? quote(right.value) : right,
      ]
    if (comparing.has(operator))
      return [...this.term(left, "left"), ` ${operator} `, ...this.term(right, "right")]
    return this.term(node, "left")
  }

  private members(node: Expression): Pieces {
    if (node.kind !== "ArrayLiteral") return ["@", node]
    const items = node.items.flatMap((item, index) => [
      ...(index > 0 ? [", "] : []),
      ...this.term(item, "right"),
    ])
    return ["(", ...items, ")"]
  }

  /** One side of a comparison. What names no column is worked out before the rows are looked at. */
  private term(node: Expression, side: Side): Pieces {
    switch (node.kind) {
      case "NumberLiteral":
        return /^\d{1,15}(?:\.\d{1,15})?$/.test(String(node.value))
          ? [String(node.value)]
          : ["@", node]
      case "TextLiteral":
        return [quote(node.value)]
      case "BooleanLiteral":
        return [node.value ? "TRUE" : "FALSE"]
      case "NullLiteral":
        return ["NULL"]
      case "NameExpression":
        return this.name(node.name, node, side)
      case "MemberExpression":
        return this.member(node)
      case "CallExpression":
        return this.call(node.name, node.args, node)
      case "BinaryExpression":
        return this.calculation(node)
      default:
        return ["@", node]
    }
  }

  private name(name: string, node: Expression, side: Side): Pieces {
    if (side === "right" && this.isVariable(name)) return ["@", node]
    return [side === "right" ? "item." : "", bare(name), " ?? ", node]
  }

  /** `item.price`, `t.price`: a column; a member of a variable is its value. */
  private member(node: Extract<Expression, { kind: "MemberExpression" }>): Pieces {
    const { object, name } = node
    if (object.kind !== "NameExpression" || this.isVariable(object.name)) return ["@", node]
    const isRow = normalizeName(object.name) === "item"
    return [isRow ? `item.${bare(name)}` : `item.${bare(object.name)}.${bare(name)}`]
  }

  private call(name: string, args: readonly Expression[], node: Expression): Pieces {
    if (!itemFunctions.has(name.toUpperCase()) || !args.some((arg) => this.hasColumn(arg)))
      return ["@", node]
    const printed = args.flatMap((arg, index) => [
      ...(index > 0 ? [", "] : []),
      ...this.term(arg, "left"),
    ])
    return [`${name.toUpperCase()}(`, ...printed, ")"]
  }

  private calculation(node: Extract<Expression, { kind: "BinaryExpression" }>): Pieces {
    if (!calculating.has(node.operator) || !this.hasColumn(node)) return ["@", node]
    const right = this.term(node.right, "left")
    return ["(", ...this.term(node.left, "left"), ` ${node.operator} `, ...right, ")"]
  }

  private hasColumn(node: Expression): boolean {
    if (node.kind === "NameExpression") return !this.isVariable(node.name)
    if (node.kind === "MemberExpression")
      return node.object.kind === "NameExpression" && !this.isVariable(node.object.name)
    if (node.kind === "BinaryExpression")
      return this.hasColumn(node.left) || this.hasColumn(node.right)
    return node.kind === "CallExpression" && node.args.some((arg) => this.hasColumn(arg))
  }
}

const bare = (name: string): string => name.replace(/\$$/, "")
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
