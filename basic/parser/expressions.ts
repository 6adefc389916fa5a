/**
 * Expressions, from loosest to tightest (reference section 3.3, read from the bottom):
 * `? :`, `??`, OR, AND, NOT, comparisons, `+ - &`, `* / \ MOD`, `^`, signs, members and calls.
 * A value command takes operands of the `+` level (GET) or of the members' level (FORMAT).
 */
import type { BinaryOperator, Expression } from "../ast/nodes.ts"
import type { Token } from "../lexer/token.ts"
import { closeBracket, readArguments } from "./bracket.ts"
import type { ExpressionReaders } from "./operands.ts"
import { readPrimary } from "./primary.ts"
import type { LineReader } from "./reader.ts"
import { failAtForeignOperator } from "./slips.ts"

/** How tightly operators bind; more is tighter. The printer sets parentheses by the same numbers. */
export const levels = {
  conditional: 1,
  coalesce: 2,
  or: 3,
  and: 4,
  not: 5,
  comparison: 6,
  additive: 7,
  multiplicative: 8,
  power: 9,
  sign: 10,
  postfix: 11,
} as const

export const levelOf: Readonly<Record<BinaryOperator, number>> = {
  "??": levels.coalesce,
  OR: levels.or,
  AND: levels.and,
  "=": levels.comparison,
  "<>": levels.comparison,
  "<": levels.comparison,
  "<=": levels.comparison,
  ">": levels.comparison,
  ">=": levels.comparison,
  LIKE: levels.comparison,
  CONTAINS: levels.comparison,
  "STARTS WITH": levels.comparison,
  "ENDS WITH": levels.comparison,
  IN: levels.comparison,
  "NOT IN": levels.comparison,
  "+": levels.additive,
  "-": levels.additive,
  "&": levels.additive,
  "*": levels.multiplicative,
  "/": levels.multiplicative,
  "\\": levels.multiplicative,
  MOD: levels.multiplicative,
  "^": levels.power,
}

const symbolOperators = {
  "??": "??",
  "||": "OR",
  "&&": "AND",
  "=": "=",
  "==": "=",
  "<>": "<>",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  "+": "+",
  "-": "-",
  "&": "&",
  "*": "*",
  "/": "/",
  "\\": "\\",
  "%": "MOD",
  "^": "^",
} as const satisfies Readonly<Record<string, BinaryOperator>>

/** What `peekOperator` gives for each sign. */
const bySign: ReadonlyMap<string, NextOperator> = new Map(
  Object.entries(symbolOperators).map(([sign, operator]) => {
    const level = levelOf[operator]
    return [sign, { kind: "binary", operator, level, isNegated: false, tokenCount: 1 }]
  }),
)

/** Word operators that compare, by their words; BETWEEN and IS are read apart. */
const wordOperators: ReadonlyMap<
  string,
  { readonly operator: BinaryOperator; readonly second: string | null }
> = new Map([
  ["OR", { operator: "OR", second: null }],
  ["AND", { operator: "AND", second: null }],
  ["MOD", { operator: "MOD", second: null }],
  ["LIKE", { operator: "LIKE", second: null }],
  ["CONTAINS", { operator: "CONTAINS", second: null }],
  ["IN", { operator: "IN", second: null }],
  ["STARTS", { operator: "STARTS WITH", second: "WITH" }],
  ["ENDS", { operator: "ENDS WITH", second: "WITH" }],
  ["STARTSWITH", { operator: "STARTS WITH", second: null }],
  ["ENDSWITH", { operator: "ENDS WITH", second: null }],
])

/** Reads a whole expression. */
export function readExpression(reader: LineReader): Expression {
  const test = readBinary(reader, levels.coalesce)
  if (!reader.isSymbol("?")) return test
  const mark = reader.take()
  const height = reader.height
  return reader.nest(
    mark,
    () => {
      const whenTrue = readExpression(reader)
      const trueHeight = reader.height
      if (!reader.takeSymbol(":")) reader.failExpecting(": between the two values after ?")
      const whenFalse = readExpression(reader)
      const span = reader.spanFrom(test.span.start)
      const node: Expression = { kind: "ConditionalExpression", test, whenTrue, whenFalse, span }
      return reader.grow(node, height, trueHeight, reader.height)
    },
    "command",
  )
}

export const readAdditive = (reader: LineReader): Expression => readBinary(reader, levels.additive)

const readers: ExpressionReaders = {
  full: readExpression,
  additive: readAdditive,
  postfix: (reader) => readOperand(reader, levels.sign),
}

/** What statements with operands of their own need. */
export const expressionReaders = readers

function readBinary(reader: LineReader, least: number): Expression {
  let left = readOperand(reader, least)
  while (true) {
    const next = peekOperator(reader)
    if (next === null || next.level < least) return left
    if (next.kind === "binary") left = readRight(reader, left, next)
    else
      left = next.kind === "is" ? readIs(reader, left) : readBetween(reader, left, next.isNegated)
  }
}

type NextOperator =
  | {
      readonly kind: "binary"
      readonly operator: BinaryOperator
      readonly level: number
      readonly isNegated: boolean
      readonly tokenCount: number
    }
  | { readonly kind: "is" | "between"; readonly level: number; readonly isNegated: boolean }

function peekOperator(reader: LineReader): NextOperator | null {
  const token = reader.peek()
  if (token.kind === "symbol") return bySign.get(token.text) ?? null
  return token.kind === "word" ? peekWordOperator(reader, token) : null
}

function peekWordOperator(
  reader: LineReader,
  token: Token & { kind: "word" },
): NextOperator | null {
  const isNegated = token.upper === "NOT"
  const at = isNegated ? 1 : 0
  const word = reader.peek(at)
  if (word.kind !== "word") return null
  if (word.upper === "IS" && !isNegated) return { kind: "is", level: levels.comparison, isNegated }
  if (word.upper === "BETWEEN") return { kind: "between", level: levels.comparison, isNegated }
  const found = wordOperators.get(word.upper)
  if (found === undefined || (found.second !== null && !reader.isWord(found.second, at + 1)))
    return null
  const level = levelOf[found.operator]
  if (isNegated && level !== levels.comparison) return null
  const tokenCount = at + (found.second === null ? 1 : 2)
  if (isNegated && found.operator === "IN")
    return { kind: "binary", operator: "NOT IN", level, isNegated: false, tokenCount }
  return { kind: "binary", operator: found.operator, level, isNegated, tokenCount }
}

function readRight(
  reader: LineReader,
  left: Expression,
  next: NextOperator & { kind: "binary" },
): Expression {
  const { operator, level } = next
  const leftHeight = reader.height
  const sign = reader.peek()
  if (reader.isSymbol("=="))
    reader.note(
      "basic.double_equals",
      sign,
      {},
      {
        title: "Write =",
        edits: [{ span: { start: sign.start, end: sign.end }, text: "=" }],
      },
    )
  reader.index += next.tokenCount
  const isList = operator === "IN" || operator === "NOT IN"
  const isRightAssociative = operator === "^"
  const right = isList
    ? readListOperand(reader)
    : isRightAssociative
      ? reader.nest(sign, () => readBinary(reader, level), "command")
      : readBinary(reader, level + 1)
  const span = reader.spanFrom(left.span.start)
  const node = reader.grow(
    { kind: "BinaryExpression", operator, left, right, span },
    leftHeight,
    reader.height,
  )
  if (!next.isNegated) return node
  return reader.grow(
    { kind: "UnaryExpression", operator: "NOT", operand: node, span },
    reader.height,
  )
}

/** `IN [a, b]`, `IN list`, or `IN ("a", "b")`. */
function readListOperand(reader: LineReader): Expression {
  const token = reader.peek()
  const isList =
    token.kind === "symbol" && token.text === "(" && (token.hasComma || isLoneLiteral(reader))
  if (!isList) return readBinary(reader, levels.additive)
  const items = readArguments(reader, readers)
  return reader.grow(
    { kind: "ArrayLiteral", items, span: reader.spanFrom(token.start) },
    reader.height,
  )
}

/** `("a")` behind IN: a list of one. */
function isLoneLiteral(reader: LineReader): boolean {
  const inner = reader.peek(1)
  return (inner.kind === "text" || inner.kind === "number") && reader.isSymbol(")", 2)
}

/** IS NULL and IS NOT NULL; IS before any other value compares. */
function readIs(reader: LineReader, operand: Expression): Expression {
  const height = reader.height
  reader.take()
  const isNegated = reader.takeWord("NOT")
  if (reader.takeWord("NULL")) {
    const span = reader.spanFrom(operand.span.start)
    return reader.grow({ kind: "IsNullExpression", operand, isNegated, span }, height)
  }
  const right = readBinary(reader, levels.additive)
  const span = reader.spanFrom(operand.span.start)
  const operator = isNegated ? "<>" : "="
  return reader.grow(
    { kind: "BinaryExpression", operator, left: operand, right, span },
    height,
    reader.height,
  )
}

function readBetween(reader: LineReader, operand: Expression, isNegated: boolean): Expression {
  const height = reader.height
  reader.index += isNegated ? 2 : 1
  const low = readAdditive(reader)
  const lowHeight = reader.height
  reader.needWord("AND", "BETWEEN")
  const high = readAdditive(reader)
  const span = reader.spanFrom(operand.span.start)
  const node = reader.grow(
    { kind: "BetweenExpression", operand, low, high, span },
    height,
    lowHeight,
    reader.height,
  )
  if (!isNegated) return node
  return reader.grow(
    { kind: "UnaryExpression", operator: "NOT", operand: node, span },
    reader.height,
  )
}

/** An operand with the signs and NOTs before it. */
function readOperand(reader: LineReader, least: number): Expression {
  const token = reader.peek()
  if (token.kind === "word" && token.upper === "NOT" && least <= levels.not) {
    reader.take()
    const operand = reader.nest(token, () => readBinary(reader, levels.not), "command")
    const span = reader.spanFrom(token.start)
    return reader.grow({ kind: "UnaryExpression", operator: "NOT", operand, span }, reader.height)
  }
  if (token.kind === "symbol" && token.text === "!") return readExclamation(reader, token)
  if (token.kind === "symbol" && (token.text === "-" || token.text === "+")) {
    reader.take()
    const operand = reader.nest(token, () => readOperand(reader, levels.sign), "command")
    const span = reader.spanFrom(token.start)
    return reader.grow(
      { kind: "UnaryExpression", operator: token.text, operand, span },
      reader.height,
    )
  }
  return readPostfix(reader)
}

/** `!done`: NOT in other languages, and tighter than ours. */
function readExclamation(reader: LineReader, token: Token): Expression {
  const before = reader.peek(-1)
  if (before.kind === "symbol" && before.end === token.start && before.text !== "(")
    failAtForeignOperator(reader)
  const span = { start: token.start, end: token.end }
  reader.note(
    "basic.foreign_not",
    span,
    {},
    { title: "Write NOT", edits: [{ span, text: "NOT " }] },
  )
  reader.take()
  const operand = reader.nest(token, () => readOperand(reader, levels.sign), "command")
  const whole = reader.spanFrom(token.start)
  return reader.grow(
    { kind: "UnaryExpression", operator: "NOT", operand, span: whole },
    reader.height,
  )
}

/** A primary with its members, elements and method calls. */
export function readPostfix(reader: LineReader): Expression {
  const start = reader.peek().start
  let object = readPrimary(reader, readers)
  while (true) {
    const token = reader.peek()
    if (token.kind !== "symbol") return object
    if (token.text === "." || token.text === "?.") object = readMember(reader, object, start)
    else if (token.text === "[") object = readElement(reader, object, start)
    else return object
  }
}

function readMember(reader: LineReader, object: Expression, start: number): Expression {
  const height = reader.height
  const isOptional = reader.isSymbol("?.")
  reader.take()
  const name = reader.takeName("the name of a member")
  const follower = reader.peek()
  if (follower.kind === "symbol" && follower.text === "(" && !follower.hasSpaceBefore) {
    const args = readArguments(reader, readers)
    const span = reader.spanFrom(start)
    return reader.grow(
      { kind: "MethodCallExpression", object, name, args, isOptional, span },
      height,
      reader.height,
    )
  }
  const span = reader.spanFrom(start)
  return reader.grow({ kind: "MemberExpression", object, name, isOptional, span }, height)
}

function readElement(reader: LineReader, object: Expression, start: number): Expression {
  const height = reader.height
  const opener = reader.take()
  if (opener.kind !== "symbol") return object
  const index = reader.nest(opener, () => {
    reader.isInList = false
    const value = readExpression(reader)
    closeBracket(reader, opener, "]")
    return value
  })
  const span = reader.spanFrom(start)
  return reader.grow({ kind: "IndexExpression", object, index, span }, height, reader.height)
}
