import type { CommandExpression, Expression, ObjectEntry } from "../ast/nodes.ts"
import type { FormElement } from "../keywords/form-shape.ts"
import { pathsOf } from "../keywords/forms.ts"
import { findCommand } from "../keywords/index.ts"
import { looksLikeStatement } from "../lexer/continuation.ts"
import { levelOf, levels } from "../parser/expressions.ts"
import { clashes, clauseWordsOf, printOperands } from "./operands.ts"
import { escapeText, guardEnd, quoteText } from "./text.ts"

/** Where an expression is printed. */
export interface Surroundings {
  /** Anything looser gets parentheses. */
  readonly level: number
  /** A comma behind it belongs to the list around it. */
  readonly isInList: boolean
  /** Units: blanks before the line it begins on; null keeps everything on one line. */
  readonly indent: number | null
  /** Words behind it that belong to the command around it. */
  readonly stopWords?: ReadonlySet<string>
}

const unknownLevel = 0
/** Puts parentheses around what would take everything behind it for its own. */
export const closedLevel = unknownLevel + 1
const literalLevel = levels.postfix + 1
/** Longer literals are broken into a line for each part. Units: characters. */
const longestLiteral = 72
const bareKey = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/** Prints an expression on one line (texts over several lines apart). */
export function printExpression(expression: Expression): string {
  return print(expression, { level: 0, isInList: false, indent: null })
}

/** Prints an expression for its place, with parentheses where the tree would read differently without. */
export function print(expression: Expression, around: Surroundings): string {
  const needsParentheses =
    levelOfNode(expression) < around.level ||
    (around.isInList && swallowsCommas(expression)) ||
    swallowsWords(expression, around.stopWords)
  // Parentheses right behind a command's words are read as those of its operands, so inside a pair the rules of
  // the list go on.
  const bare = printBare(expression, around)
  return needsParentheses ? `(${bare})` : bare
}

function levelOfNode(expression: Expression): number {
  switch (expression.kind) {
    case "ConditionalExpression":
      return levels.conditional
    case "BinaryExpression":
      return levelOf[expression.operator]
    case "UnaryExpression":
      return expression.operator === "NOT" ? levels.not : levels.sign
    case "NumberLiteral":
      return expression.value < 0 ? levels.sign : literalLevel
    case "BetweenExpression":
    case "IsNullExpression":
      return levels.comparison
    case "CommandExpression":
      if (hasCondition(expression)) return levels.conditional
      return findCommand(expression.keyword)?.binding === "tight" ? levels.sign : levels.comparison
    case "UnknownCommandExpression":
    case "QueryExpression":
    case "ErrorExpression":
      return unknownLevel
    default:
      return literalLevel
  }
}

/** A condition behind WHERE takes every AND and OR that follows. */
const hasCondition = ({ keyword, operands }: CommandExpression): boolean => {
  const params = findCommand(keyword)?.params ?? {}
  return Object.keys(operands).some((name) => params[name]?.kind === "condition")
}

/** A command inside a list leaves what follows a comma to the list, so its own commas need parentheses. */
function swallowsCommas(expression: Expression): boolean {
  if (expression.kind === "UnknownCommandExpression" || expression.kind === "QueryExpression")
    return expression.text.includes(",")
  if (expression.kind !== "CommandExpression") return false
  const keyword = findCommand(expression.keyword)
  const takesCommas = (part: FormElement): boolean =>
    part.kind === "mark"
      ? part.mark === ","
      : part.kind === "hole" && ["fields", "values", "order"].includes(part.as)
  return keyword !== null && pathsOf(keyword).some((path) => path.some(takesCommas))
}

function swallowsWords(
  expression: Expression,
  stopWords: ReadonlySet<string> | undefined,
): boolean {
  if (stopWords === undefined || expression.kind !== "CommandExpression") return false
  return clashes(expression.keyword, expression.operands, stopWords)
}

function printBare(expression: Expression, around: Surroundings): string {
  const inner = (part: Expression, level: number) => print(part, { ...around, level })
  switch (expression.kind) {
    case "NumberLiteral":
      return String(expression.value)
    case "TextLiteral":
      return quoteText(expression.value, expression.isMultiline)
    case "TemplateLiteral":
      return printTemplate(expression.parts, expression.isMultiline)
    case "BooleanLiteral":
      return expression.value ? "TRUE" : "FALSE"
    case "NullLiteral":
      return "NULL"
    case "NameExpression":
      return expression.name
    case "UnknownCommandExpression":
    case "ErrorExpression":
      return expression.text
    case "QueryExpression":
      return `SELECT ${expression.text}`
    case "CommandExpression":
      return printCommandValue(expression, around)
    case "UnaryExpression":
      return expression.operator === "NOT"
        ? `NOT ${inner(expression.operand, levels.not)}`
        : `${expression.operator}${inner(expression.operand, levels.postfix)}`
    case "IsNullExpression":
      return `${inner(expression.operand, levels.comparison)} IS ${expression.isNegated ? "NOT " : ""}NULL`
    case "BetweenExpression":
      return `${inner(expression.operand, levels.comparison)} BETWEEN ${inner(expression.low, levels.additive)} AND ${inner(expression.high, levels.additive)}`
    case "ConditionalExpression":
      return `${inner(expression.test, levels.coalesce)} ? ${inner(expression.whenTrue, levels.conditional)} : ${inner(expression.whenFalse, levels.conditional)}`
    case "BinaryExpression":
      return printBinary(expression, inner)
    default:
      return printStructure(expression, around)
  }
}

type Structure = Extract<
  Expression,
  {
    kind:
      | "MemberExpression"
      | "IndexExpression"
      | "CallExpression"
      | "MethodCallExpression"
      | "ObjectLiteral"
      | "ArrayLiteral"
  }
>

function printStructure(expression: Structure, around: Surroundings): string {
  const base = (object: Expression) => print(object, { ...around, level: levels.postfix })
  switch (expression.kind) {
    case "MemberExpression":
      return `${base(expression.object)}${expression.isOptional ? "?." : "."}${expression.name}`
    case "IndexExpression":
      return `${base(expression.object)}[${printExpression(expression.index)}]`
    case "CallExpression":
      return `${expression.name}${printList("(", expression.args, ")", around.indent)}`
    case "MethodCallExpression":
      return `${base(expression.object)}${expression.isOptional ? "?." : "."}${expression.name}${printList("(", expression.args, ")", around.indent)}`
    case "ArrayLiteral":
      return printList("[", expression.items, "]", around.indent)
    case "ObjectLiteral":
      return printObject(expression.entries, around.indent)
  }
}

function printBinary(
  { operator, left, right }: Extract<Expression, { kind: "BinaryExpression" }>,
  inner: (part: Expression, level: number) => string,
): string {
  const level = levelOf[operator]
  const isRightAssociative = operator === "^"
  const first = inner(left, isRightAssociative ? level + 1 : level)
  if (operator === "IN" || operator === "NOT IN")
    return `${first} ${operator} ${printMembers(inner(right, level + 1))}`
  return `${first} ${operator} ${inner(right, isRightAssociative ? level : level + 1)}`
}

/** Behind IN, parentheses with a comma are a list; another pair makes them parentheses again. */
const printMembers = (printed: string): string =>
  printed.startsWith("(") && printed.includes(",") ? `(${printed})` : printed

function printTemplate(parts: readonly (string | Expression)[], isMultiline: boolean): string {
  const hasLines =
    isMultiline && parts.some((part) => typeof part === "string" && part.includes("\n"))
  const printed = parts.map((part) =>
    typeof part === "string" ? escapeText(part, hasLines) : `\${${printExpression(part)}}`,
  )
  return `"${guardEnd(printed.join(""), hasLines)}"`
}

function printCommandValue({ keyword, operands }: CommandExpression, around: Surroundings): string {
  const isTight = findCommand(keyword)?.binding === "tight"
  const stopWords = new Set([...clauseWordsOf(keyword), ...(around.stopWords ?? [])])
  const level = isTight ? levels.sign : levels.additive
  const printValue = (value: Expression, isInList: boolean) =>
    print(value, { level, isInList, indent: around.indent, stopWords })
  const printCondition = (value: Expression, isInList: boolean) =>
    print(value, { level: closedLevel, isInList, indent: around.indent })
  return printOperands(keyword, operands, printValue, printValue, printCondition)
}

function printList(
  open: string,
  items: readonly Expression[],
  close: string,
  indent: number | null,
): string {
  const printAt = (at: number | null) =>
    items.map((item) => print(item, { level: 0, isInList: true, indent: at }))
  return layOut(open, printAt, close, open === "(" ? null : indent)
}

function printObject(entries: readonly ObjectEntry[], indent: number | null): string {
  if (entries.length === 0) return "{}"
  const printAt = (at: number | null) =>
    entries.map(
      ({ key, value }) =>
        `${printKey(key)}: ${print(value, { level: 0, isInList: true, indent: at })}`,
    )
  return layOut("{ ", printAt, " }", indent)
}

export const printKey = (key: string): string => (bareKey.test(key) ? key : quoteText(key, false))

/** Puts the parts on one line, or each on its own when that would be too long. */
function layOut(
  open: string,
  printAt: (indent: number | null) => string[],
  close: string,
  indent: number | null,
): string {
  const inline = `${open}${printAt(null).join(", ")}${close}`
  if (indent === null || inline.length <= longestLiteral) return inline
  const parts = printAt(indent + 4)
  if (parts.length === 0 || parts.some((part) => looksLikeStatement(part, 0))) return inline
  const inside = " ".repeat(indent + 4)
  const lines = parts.map((part) => `${inside}${part}`).join(",\n")
  return `${open.trim()}\n${lines}\n${" ".repeat(indent)}${close.trim()}`
}
