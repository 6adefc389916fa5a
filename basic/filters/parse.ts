/**
 * Reads filters: `status = 'open' AND amount > 10`, `stage != Closed Won`, `name LIKE '%x%' ORDER BY name`,
 * and the expressions of MAP, `item.price * 1.1`. Nothing is evaluated by the host, and whatever a value
 * holds that was put into the text, it stays one value.
 */
import { parseNumber } from "../format/parse-number.ts"
import { toText } from "../vm/json.ts"
import { ListValue, type Value } from "../vm/value.ts"
import { FilterCursor, Unreadable } from "./cursor.ts"
import { readPattern } from "./like-pattern.ts"
import type {
  CompareOperator,
  Filter,
  FilterNode,
  FilterOrder,
  FilterReading,
  LikePattern,
} from "./nodes.ts"
import { type FilterSource, hole } from "./source.ts"
import type { FilterToken } from "./tokens.ts"

const compareOperators: ReadonlyMap<string, CompareOperator> = new Map([
  ["=", "="],
  ["==", "="],
  ["<>", "<>"],
  ["!=", "<>"],
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
])
const afterWords = new Set(["AND", "OR", "ORDER", "LIMIT"])
const afterSigns = new Set([")", "]", ",", "&&", "||"])

/** Reads a filter. Never throws: a text that is none gives a problem with its place. */
export const parseFilter = (source: FilterSource): FilterReading => {
  try {
    return { filter: new FilterReader(source, 0).readFilter(), problem: null }
  } catch (error) {
    if (error instanceof Unreadable) return { filter: null, problem: error }
    throw error
  }
}

/** Reads one expression over a row, as MAP takes it. Never throws. */
export const parseRowExpression = (
  source: FilterSource,
):
  | { readonly node: FilterNode; readonly problem: null }
  | { readonly node: null; readonly problem: Unreadable } => {
  try {
    return { node: new FilterReader(source, 0).readWhole(), problem: null }
  } catch (error) {
    if (error instanceof Unreadable) return { node: null, problem: error }
    throw error
  }
}

class FilterReader {
  private readonly at: FilterCursor

  constructor(source: FilterSource, depth: number) {
    this.at = new FilterCursor(source, depth)
  }

  readWhole(): FilterNode {
    const node = this.readCondition()
    if (!this.at.isAtEnd()) this.at.refuse("there is more after the expression")
    return node
  }

  /** Reads `[condition] [ORDER BY column [ASC|DESC], ...] [LIMIT n] [OFFSET n] [FIRST]`. */
  readFilter(): Filter {
    const { at } = this
    const isBare = at.isAtEnd() || this.isNextClause()
    const condition = isBare ? null : this.readCondition()
    const order = at.take("ORDER", "BY") ? this.readOrder() : []
    let limit: number | null = null
    let offset: number | null = null
    for (;;) {
      if (at.take("LIMIT")) limit = at.takeWhole("LIMIT")
      else if (at.take("OFFSET")) offset = at.takeWhole("OFFSET")
      else if (at.take("FIRST")) limit = 1
      else break
    }
    if (!at.isAtEnd()) at.refuse("there is more after the condition")
    return { condition, order, limit, offset }
  }

  private isNextClause(): boolean {
    const { kind } = this.at.peek(1)
    return (
      this.at.isNext("ORDER", "BY") ||
      (this.at.isNext("LIMIT") && (kind === "number" || kind === "hole"))
    )
  }

  private readOrder(): FilterOrder[] {
    const order: FilterOrder[] = []
    do {
      const column = withoutItem(this.at.takeName())
      const isDescending = this.at.take("DESC")
      if (!isDescending) this.at.take("ASC")
      order.push({ column, isDescending })
    } while (this.at.take(","))
    return order
  }

  private readCondition(): FilterNode {
    return this.at.nested(() => this.readChain("or"))
  }

  private readChain(kind: "or" | "and"): FilterNode {
    const [word, sign] = kind === "or" ? ["OR", "||"] : ["AND", "&&"]
    const read = () => (kind === "or" ? this.readChain("and") : this.readNegation())
    const parts = [read()]
    while (this.at.take(word ?? "") || this.at.take(sign ?? "")) parts.push(read())
    return parts.length === 1 ? (parts[0] as FilterNode) : { kind, parts }
  }

  private readNegation(): FilterNode {
    if (!this.at.take("NOT")) return this.readComparison()
    return { kind: "not", inner: this.at.nested(() => this.readNegation()) }
  }

  private readComparison(): FilterNode {
    const { at } = this
    if (at.token.kind === "hole") {
      const behind = at.peek(1)
      if (isConditionEnd(behind)) return this.readPutIn(at.fill(at.next()))
      if (isOperator(behind, at.peek(2))) return this.readTest(columnNode(at.takeName()))
    }
    return this.readTest(this.readSum())
  }

  /** A value that stands for a whole condition: read on its own, so that it cannot change what is around it. */
  private readPutIn(value: Value): FilterNode {
    if (typeof value !== "string") return { kind: "value", value }
    if (value.trim() === "") return { kind: "value", value: true }
    const source = { text: value.replaceAll(hole, " "), values: [] }
    return this.at.nested(() => new FilterReader(source, this.at.nesting).readWhole())
  }

  private readTest(left: FilterNode): FilterNode {
    const { at } = this
    if (at.take("IS")) {
      const isNegated = at.take("NOT")
      if (!at.take("NULL") && !at.take("EMPTY")) at.refuse("NULL is missing after IS")
      return negate({ kind: "null", inner: left }, isNegated)
    }
    const isNegated = at.take("NOT")
    if (at.take("IN")) return negate(this.readMembership(left), isNegated)
    if (at.take("BETWEEN")) return negate(this.readBetween(left), isNegated)
    if (at.isNext("LIKE") || at.isNext("ILIKE")) {
      const ignoresCase = at.next().text.toUpperCase() === "ILIKE"
      return negate({ kind: "like", left, pattern: this.readLike(), ignoresCase }, isNegated)
    }
    const search = this.takeSearch()
    if (search)
      return negate({ kind: "search", operator: search, left, right: this.readRight() }, isNegated)
    if (isNegated) at.refuse("IN or LIKE is missing after NOT")
    const operator = at.token.kind === "sign" ? compareOperators.get(at.token.text) : undefined
    if (operator === undefined) return left
    at.next()
    return { kind: "compare", operator, left, right: this.readRight() }
  }

  private takeSearch(): "CONTAINS" | "STARTS WITH" | "ENDS WITH" | null {
    if (this.at.take("CONTAINS")) return "CONTAINS"
    if (this.at.take("STARTS", "WITH")) return "STARTS WITH"
    return this.at.take("ENDS", "WITH") ? "ENDS WITH" : null
  }

  /** A value that is the whole pattern keeps its wildcards; one inside a pattern has none. */
  private readLike(): LikePattern {
    const { at } = this
    const { token } = at
    if (token.kind === "end") at.refuse("a pattern is missing")
    const [start, end] = token.kind === "text" ? this.insideQuotes(at.next()) : this.takeBare()
    const written = at.source.text.slice(start, end)
    if (written === hole) return readPattern(toText(at.fillBetween(start, end)))
    const pattern: LikePattern[number][] = []
    let from = start
    for (const [index, piece] of written.split(hole).entries()) {
      if (index > 0) {
        pattern.push(toText(at.fillBetween(from - 1, from)))
      }
      pattern.push(...readPattern(piece.replaceAll("''", "'")))
      from += piece.length + 1
    }
    return pattern
  }

  private insideQuotes(token: FilterToken): readonly [number, number] {
    const quote = this.at.source.text[token.start]
    const isClosed = token.end > token.start + 1 && this.at.source.text[token.end - 1] === quote
    return [token.start + 1, isClosed ? token.end - 1 : token.end]
  }

  private readMembership(left: FilterNode): FilterNode {
    const { at } = this
    const isList = at.token.kind === "hole" || (at.isNext("@") && at.peek(1).kind === "hole")
    if (isList) return { kind: "in", left, choices: this.expand(this.readRight()) }
    const closing = at.take("(") ? ")" : at.take("[") ? "]" : at.refuse("a list is missing")
    const choices: FilterNode[] = []
    while (!at.take(closing)) {
      if (at.isAtEnd()) at.refuse(`"${closing}" is missing`)
      const { start } = at.token
      choices.push(...this.expand(this.readRight()))
      // A word such as ORDER ends every value, and would be looked at for ever.
      if (!at.take(",") && at.token.start === start) at.refuse(`"${closing}" is missing`)
    }
    return { kind: "in", left, choices }
  }

  /** A list that was put in is its elements; so is a text with commas, as JOIN makes it. */
  private expand(node: FilterNode): FilterNode[] {
    if (node.kind !== "value") return [node]
    const { value } = node
    if (value instanceof ListValue)
      return value.items.map((item) => ({ kind: "value", value: item }))
    if (typeof value !== "string" || !value.includes(",")) return [node]
    return [
      node,
      ...value.split(",").map((part) => ({ kind: "value", value: unquote(part.trim()) }) as const),
    ]
  }

  private readBetween(left: FilterNode): FilterNode {
    const low = this.readRight()
    if (!this.at.take("AND")) this.at.refuse("AND is missing after BETWEEN")
    const high = this.readRight()
    return {
      kind: "and",
      parts: [
        { kind: "compare", operator: ">=", left, right: low },
        { kind: "compare", operator: "<=", left, right: high },
      ],
    }
  }

  /**
   * The right side of a comparison. Authors build these texts by concatenation and often leave out the
   * quotes, so everything up to AND, OR, a comma or a bracket is one value unless it reads as an expression.
   */
  private readRight(): FilterNode {
    const { at } = this
    const first = at.token
    const next = at.peek(1)
    if (first.kind === "text") return this.readSum()
    if (at.take("@")) return { kind: "value", value: at.fill(at.next()) }
    const isCall = first.kind === "word" && next.text === "(" && next.start === first.end
    if (isCall || first.text === "(" || /^item([.?[]|$)/i.test(first.text)) return this.readSum()
    return this.readBareValue()
  }

  private readBareValue(): FilterNode {
    const { at } = this
    const isOneWord = at.token.kind === "word" && isBareEnd(at.peek(1))
    const [start, end] = this.takeBare()
    const value = at.fillBetween(start, end)
    if (typeof value !== "string" || at.source.text.slice(start, end) === hole)
      return { kind: "value", value }
    const known = knownWords.get(value.toLowerCase())
    if (known !== undefined) return { kind: "value", value: known }
    const number = parseNumber(value)
    if (number !== null) return { kind: "value", value: number }
    return isOneWord ? { kind: "word", text: value } : { kind: "value", value }
  }

  /** Takes everything up to AND, OR, a clause, a comma or a closing bracket; gives where it stands. */
  private takeBare(): readonly [number, number] {
    const { at } = this
    const { start } = at.token
    let end = start
    while (!isBareEnd(at.token)) end = at.next().end
    return [start, end]
  }

  private readSum(): FilterNode {
    let left = this.readProduct()
    for (;;) {
      const operator = this.at.take("+") ? "+" : this.at.take("-") ? "-" : null
      if (operator === null) return left
      left = { kind: "arithmetic", operator, left, right: this.readProduct() }
    }
  }

  private readProduct(): FilterNode {
    let left = this.readPrimary()
    for (;;) {
      const { at } = this
      const operator = at.take("*") ? "*" : at.take("/") ? "/" : at.take("%") ? "MOD" : null
      if (operator === null) return left
      left = { kind: "arithmetic", operator, left, right: this.readPrimary() }
    }
  }

  private readPrimary(): FilterNode {
    const { at } = this
    if (at.take("-")) {
      const right = at.nested(() => this.readPrimary())
      return { kind: "arithmetic", operator: "-", left: { kind: "value", value: 0 }, right }
    }
    if (at.take("(")) {
      const inner = this.readCondition()
      if (!at.take(")")) at.refuse('")" is missing')
      return inner
    }
    if (at.take("@")) return { kind: "value", value: at.fill(at.next()) }
    const { token } = at
    if (token.kind === "end") at.refuse("it ends too early")
    if (token.kind === "sign") at.refuse(`"${token.text}" is not expected`)
    at.next()
    if (token.kind === "text" || token.kind === "hole")
      return { kind: "value", value: at.fill(token) }
    if (token.kind === "number") return { kind: "value", value: Number(token.text) }
    if (at.token.text === "(" && at.token.start === token.end) return this.readCall(token.text)
    if (at.isNext("??") && at.peek(1).kind === "hole") {
      at.next()
      return { kind: "column", name: withoutItem(token.text), fallback: at.fill(at.next()) }
    }
    const known = knownWords.get(token.text.toLowerCase())
    return known === undefined ? columnNode(token.text) : { kind: "value", value: known }
  }

  private readCall(name: string): FilterNode {
    const { at } = this
    at.next()
    const args: FilterNode[] = []
    while (!at.take(")")) {
      if (at.isAtEnd()) at.refuse('")" is missing')
      args.push(this.readCondition())
      at.take(",")
    }
    return { kind: "call", name: name.toUpperCase(), args }
  }
}

const knownWords: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["true", true],
  ["false", false],
  ["null", null],
])

const negate = (inner: FilterNode, isNegated: boolean): FilterNode =>
  isNegated ? { kind: "not", inner } : inner

/** `item.price` reads the row's price, `price` too. */
const withoutItem = (path: string): string => /^item\??\.(.+)$/i.exec(path)?.[1] ?? path

const columnNode = (path: string): FilterNode =>
  /^item$/i.test(path) ? { kind: "row" } : { kind: "column", name: withoutItem(path) }

const unquote = (text: string): string => /^'(.*)'$/s.exec(text)?.[1] ?? text

const isBareEnd = ({ kind, text }: FilterToken): boolean =>
  kind === "end" ||
  (kind === "sign" && afterSigns.has(text)) ||
  (kind === "word" && afterWords.has(text.toUpperCase()))

const isConditionEnd = isBareEnd

const operatorWords = new Set([
  "LIKE",
  "ILIKE",
  "IN",
  "IS",
  "NOT",
  "BETWEEN",
  "CONTAINS",
  "STARTS",
  "ENDS",
])
const isOperator = ({ kind, text }: FilterToken, behind: FilterToken): boolean =>
  (kind === "sign" && compareOperators.has(text)) ||
  (kind === "word" && operatorWords.has(text.toUpperCase()) && behind.kind !== "end")

/** Says whether a text compares anything: one that does not is the id of a row. */
export const comparesAnything = (tokens: readonly FilterToken[]): boolean =>
  tokens.some((token, index) => index > 0 && isOperator(token, tokens[index + 1] ?? token))
