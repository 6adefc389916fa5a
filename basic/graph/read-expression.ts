/** Reads expressions and operands of a graph's JSON, kind by kind. */
import type {
  BinaryOperator,
  Expression,
  ObjectEntry,
  Operand,
  Operands,
  Place,
} from "../ast/nodes.ts"
import { parseExpression } from "../parser/parse.ts"
import { nowhere } from "../source/span.ts"
import {
  flag,
  GraphMistake,
  line,
  listOf,
  number,
  objectOf,
  oneOf,
  type Reader,
  refuse,
  type Shape,
  text,
} from "./reader.ts"

type Node = { readonly kind: string; readonly span: unknown }
/** Readers of a node's fields besides its kind and its span. */
export type NodeShape<N extends Node> = Shape<Omit<N, "kind" | "span">>
export type Shapes<U extends Node> = {
  readonly [K in U["kind"]]: NodeShape<Extract<U, { readonly kind: K }>>
}

/** Makes the reader of a union of nodes from its table; what is read gets an empty span. */
export function nodeReader<U extends Node>(what: string, shapes: () => Shapes<U>): Reader<U> {
  return (value, path) => {
    const table: Readonly<Record<string, Shape<object>>> = shapes()
    const kind = kindOf(value)
    const shape = kind !== null && Object.hasOwn(table, kind) ? table[kind] : undefined
    if (shape === undefined) return refuse(path, what, kind ?? value)
    const { kind: _, ...fields } = value as Record<string, unknown>
    const read = objectOf(() => shape)(fields, path)
    // The table has a reader for each field of this kind.
    return { kind, span: nowhere, ...read } as unknown as U
  }
}

export function kindOf(value: unknown): string | null {
  const isNode = typeof value === "object" && value !== null && "kind" in value
  return isNode && typeof value.kind === "string" ? value.kind : null
}

/** A name as the language allows it, so that what is printed says what the graph says. */
export const name: Reader<string> = (value, path) => {
  const read = text(value, path)
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*\$?$/u.test(read)
    ? read
    : refuse(path, "a name of letters, digits and _", value)
}

/** The name of a command: words in upper case. */
export const phrase: Reader<string> = (value, path) => {
  const read = text(value, path)
  return /^[A-Z][A-Z0-9_]*( [A-Z0-9_]+)*$/.test(read)
    ? read
    : refuse(path, "keywords in upper case", value)
}

const binaryOperators: readonly BinaryOperator[] = [
  "^",
  "*",
  "/",
  "MOD",
  "\\",
  "+",
  "-",
  "&",
  "=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
  "LIKE",
  "CONTAINS",
  "STARTS WITH",
  "ENDS WITH",
  "IN",
  "NOT IN",
  "AND",
  "OR",
  "??",
]

export const expression: Reader<Expression> = (value, path) => readExpression(value, path)

export const part: Reader<string | Expression> = (value, path) =>
  typeof value === "string" ? value : expression(value, path)

export const place: Reader<Place> = (value, path) => {
  const read = expression(value, path)
  return read.kind === "NameExpression" ||
    read.kind === "MemberExpression" ||
    read.kind === "IndexExpression"
    ? read
    : refuse(path, "a variable, a member or an element", read.kind)
}

export const entry: Reader<ObjectEntry> = objectOf(() => ({ key: text, value: expression }))

const operand: Reader<Operand> = (value, path) => {
  switch (kindOf(value)) {
    case "ExpressionList": {
      const shape = { kind: oneOf(["ExpressionList"]), items: listOf(expression) }
      return objectOf<{ kind: "ExpressionList"; items: Expression[] }>(() => shape)(value, path)
    }
    case "FieldList": {
      const shape = { kind: oneOf(["FieldList"]), fields: listOf(entry) }
      return objectOf<{ kind: "FieldList"; fields: ObjectEntry[] }>(() => shape)(value, path)
    }
    case "Word": {
      const shape = { kind: oneOf(["Word"]), text: line }
      return objectOf<{ kind: "Word"; text: string }>(() => shape)(value, path)
    }
    default:
      return expression(value, path)
  }
}

export const operands: Reader<Operands> = (value, path) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new GraphMistake(`The graph has no operands at ${path}; an object belongs there.`)
  }
  const read = Object.entries(value).map(([key, item]) => [key, operand(item, `${path}.${key}`)])
  return Object.fromEntries(read)
}

/** A command as it was written. It has line breaks only inside its texts, so that it reads as one value again. */
const commandText: Reader<string> = (value, path) => {
  const read = text(value, path)
  if (!/[\n\r]/.test(read)) return read
  const { expression: again } = parseExpression(read)
  return again?.kind === "UnknownCommandExpression" && again.text === read
    ? read
    : refuse(path, "a text that reads as one command", value)
}

/** A query as it was written; line breaks only inside its texts, as above. */
const queryText: Reader<string> = (value, path) => {
  const read = text(value, path)
  if (!/[\n\r]/.test(read)) return read
  const { expression: again } = parseExpression(`SELECT ${read}`)
  return again?.kind === "QueryExpression" && again.text === read
    ? read
    : refuse(path, "a text that reads as one query", value)
}

const call = { name, args: listOf(expression) }
const method = { object: expression, name, isOptional: flag }

const expressionShapes: Shapes<Expression> = {
  NumberLiteral: { value: number },
  TextLiteral: { value: text, isMultiline: flag },
  TemplateLiteral: { parts: listOf(part), isMultiline: flag },
  BooleanLiteral: { value: flag },
  NullLiteral: {},
  NameExpression: { name },
  MemberExpression: method,
  IndexExpression: { object: expression, index: expression },
  CallExpression: call,
  MethodCallExpression: { ...method, args: listOf(expression) },
  UnaryExpression: { operator: oneOf(["-", "+", "NOT"]), operand: expression },
  BinaryExpression: { operator: oneOf(binaryOperators), left: expression, right: expression },
  BetweenExpression: { operand: expression, low: expression, high: expression },
  IsNullExpression: { operand: expression, isNegated: flag },
  ConditionalExpression: { test: expression, whenTrue: expression, whenFalse: expression },
  ObjectLiteral: { entries: listOf(entry) },
  ArrayLiteral: { items: listOf(expression) },
  CommandExpression: { keyword: phrase, operands },
  QueryExpression: { text: queryText },
  UnknownCommandExpression: { words: line, text: commandText },
  ErrorExpression: { text },
}

const readExpression = nodeReader<Expression>("an expression", () => expressionShapes)
