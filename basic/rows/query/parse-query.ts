import type { FilterNode } from "../../filters/nodes.ts"
import { parseRowExpression } from "../../filters/parse.ts"
import { type FilterSource, fillHoles, hole, showFilter } from "../../filters/source.ts"
import { type FilterToken, splitFilter } from "../../filters/tokens.ts"
import { toText } from "../../vm/json.ts"
import { findFold } from "../fold.ts"
import { refuseTable } from "../problem.ts"
import type { Query, QueryColumn, QueryJoin, QuerySource, QueryTotal } from "./nodes.ts"

const maxQueryChars = 20_000
const clauseStarts = [
  "FROM",
  "JOIN",
  "INNER",
  "LEFT",
  "WHERE",
  "GROUP",
  "HAVING",
  "ORDER",
  "LIMIT",
  "OFFSET",
]

/**
 * Reads `SELECT ... FROM ...`: the part of SQL that reads. Errors: `basic.bad_query`.
 */
export const parseQuery = (source: FilterSource): Query => new QueryReader(source).read()

class QueryReader {
  private readonly source: FilterSource
  private readonly tokens: readonly FilterToken[]
  private index = 0
  private readonly totals: QueryTotal[] = []

  constructor(source: FilterSource) {
    this.source = source
    if (source.text.length > maxQueryChars)
      this.refuse(`it is longer than ${maxQueryChars} characters`)
    this.tokens = splitFilter(source.text.replace(/;\s*$/, " "))
  }

  read(): Query {
    if (!this.take("SELECT")) this.refuse("it must begin with SELECT")
    const isDistinct = this.take("DISTINCT")
    const list = this.cut(["FROM"])
    if (!this.take("FROM")) this.refuse("FROM is missing")
    const from = this.readSource()
    const joins: QueryJoin[] = []
    for (;;) {
      const join = this.readJoin()
      if (join === null) break
      joins.push(join)
    }
    const where = this.take("WHERE") ? this.readExpression(this.cut(clauseStarts)) : null
    const groupBy = this.take("GROUP", "BY") ? this.readList(this.cut(clauseStarts)) : []
    const having = this.take("HAVING") ? this.readExpression(this.cut(clauseStarts)) : null
    const order = this.take("ORDER", "BY") ? this.readOrder(this.cut(["LIMIT", "OFFSET"])) : []
    const limit = this.take("LIMIT") ? this.readCount() : null
    const offset = this.take("OFFSET") ? this.readCount() : null
    if (this.token.kind !== "end") this.refuse(`"${this.token.text}" is not expected`)
    const columns = splitAt(list, ",").map((part) => this.readColumn(part))
    return {
      columns,
      isDistinct,
      from,
      joins,
      where,
      groupBy,
      having,
      order,
      limit,
      offset,
      totals: this.totals,
    }
  }

  private refuse(reason: string): never {
    return refuseTable("basic.bad_query", { reason, found: showFilter(this.source) })
  }

  private get token(): FilterToken {
    return this.tokens[Math.min(this.index, this.tokens.length - 1)] as FilterToken
  }
  private take(...words: readonly string[]): boolean {
    const isFound = words.every((word, offset) => isWord(this.tokens[this.index + offset], word))
    if (isFound) this.index += words.length
    return isFound
  }

  /** Takes the tokens up to one of these words outside of brackets. */
  private cut(ends: readonly string[]): FilterToken[] {
    const taken: FilterToken[] = []
    let depth = 0
    for (; this.token.kind !== "end"; this.index++) {
      const { kind, text } = this.token
      if (kind === "sign" && text === "(") depth++
      if (kind === "sign" && text === ")") depth--
      if (depth === 0 && kind === "word" && ends.includes(text.toUpperCase())) break
      taken.push(this.token)
    }
    return taken
  }

  private readSource(): QuerySource {
    const { kind, text, start } = this.token
    if (kind !== "word" && kind !== "text" && kind !== "hole")
      this.refuse("the name of a table is missing")
    this.index++
    const table = toText(fillHoles(this.source, start, text))
    this.take("AS")
    const next = this.token
    const hasAlias =
      next.kind === "word" && ![...clauseStarts, "ON"].includes(next.text.toUpperCase())
    if (hasAlias) this.index++
    return { table, alias: (hasAlias ? next.text : table).toLowerCase() }
  }

  private readJoin(): QueryJoin | null {
    const isLeft = this.take("LEFT", "OUTER", "JOIN") || this.take("LEFT", "JOIN")
    if (!isLeft && !this.take("INNER", "JOIN") && !this.take("JOIN")) return null
    const source = this.readSource()
    const on = this.take("ON") ? this.readExpression(this.cut(clauseStarts)) : null
    return { source, isLeft, on }
  }

  private readCount(): number {
    const { kind, text, start } = this.token
    const value = kind === "end" ? "" : toText(fillHoles(this.source, start, text))
    this.index++
    const count = value.trim() === "" ? Number.NaN : Number(value)
    return count >= 0 ? Math.trunc(count) : this.refuse("a number is missing behind LIMIT")
  }

  private readColumn(tokens: readonly FilterToken[]): QueryColumn {
    const [first, second] = tokens
    if (first === undefined) return this.refuse("a column is missing")
    if (first.text === "*" && tokens.length === 1) return { kind: "all", of: null }
    const star = tokens.length === 3 && second?.text === "." && tokens[2]?.text === "*"
    if (star) return { kind: "all", of: first.text.toLowerCase() }
    const as = tokens.findLastIndex((token) => isWord(token, "AS"))
    const named = tokens.at(-1)
    const isAliased = as > 0 && as === tokens.length - 2 && named !== undefined
    const body = isAliased ? tokens.slice(0, as) : tokens
    const name = isAliased ? named.text : defaultName(body)
    return { kind: "value", name, node: this.readExpression(body) }
  }

  private readList(tokens: readonly FilterToken[]): FilterNode[] {
    return splitAt(tokens, ",").map((part) => this.readExpression(part))
  }

  private readOrder(tokens: readonly FilterToken[]): { by: FilterNode; isDescending: boolean }[] {
    return splitAt(tokens, ",").map((part) => {
      const isDescending = isWord(part.at(-1), "DESC")
      const hasWord = isDescending || isWord(part.at(-1), "ASC")
      return { by: this.readExpression(hasWord ? part.slice(0, -1) : part), isDescending }
    })
  }

  /** Reads an expression; sums in it become names that stand for their results. */
  private readExpression(tokens: readonly FilterToken[]): FilterNode {
    let text = ""
    const values: FilterSource["values"][number][] = []
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as FilterToken
      const closing = this.findTotalEnd(tokens, at)
      if (closing > 0) {
        text += ` ${this.addTotal(token.text, tokens.slice(at + 2, closing))} `
        at = closing
        continue
      }
      const written = this.source.text.slice(token.start, token.end)
      const before = this.source.text.slice(0, token.start).split(hole).length - 1
      values.push(...this.source.values.slice(before, before + written.split(hole).length - 1))
      const follows = at > 0 && tokens[at - 1]?.end === token.start
      text += follows ? written : ` ${written}`
    }
    const { node, problem } = parseRowExpression({ text, values })
    return problem ? this.refuse(problem.reason) : asColumns(node)
  }

  /** The place of the bracket that closes a sum which begins here; -1 when none does. */
  private findTotalEnd(tokens: readonly FilterToken[], at: number): number {
    if (tokens[at]?.kind !== "word" || findFold(tokens[at]?.text ?? "") === null) return -1
    if (tokens[at + 1]?.text !== "(") return -1
    let depth = 0
    for (let end = at + 1; end < tokens.length; end++) {
      const { kind, text } = tokens[end] as FilterToken
      if (kind === "sign" && text === "(") depth++
      if (kind === "sign" && text === ")" && --depth === 0) return end
    }
    return this.refuse('")" is missing')
  }

  private addTotal(word: string, inner: readonly FilterToken[]): string {
    const isDistinct = isWord(inner[0], "DISTINCT")
    const body = isDistinct ? inner.slice(1) : inner
    const isRows = body.length === 0 || (body.length === 1 && body[0]?.text === "*")
    this.totals.push({
      fold: findFold(word) ?? "COUNT",
      isDistinct,
      node: isRows ? null : this.readExpression(body),
    })
    return totalName(this.totals.length - 1)
  }
}

/** The name under which an expression finds a sum. */
export const totalName = (index: number): string => `total__${index}`

const isWord = (token: FilterToken | undefined, word: string): boolean =>
  token?.kind === "word" && token.text.toUpperCase() === word

function splitAt(tokens: readonly FilterToken[], sign: string): FilterToken[][] {
  const parts: FilterToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (token.kind === "sign" && token.text === "(") depth++
    if (token.kind === "sign" && token.text === ")") depth--
    if (depth === 0 && token.kind === "sign" && token.text === sign) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

/** `orders.total` is called total, `SUM(total)` sum. */
function defaultName(tokens: readonly FilterToken[]): string {
  const [first] = tokens
  if (first?.kind !== "word") return "value"
  return tokens.length === 1
    ? (first.text.split(".").at(-1) ?? first.text)
    : first.text.toLowerCase()
}

/** In a query a bare word is a column; one that no source has is the text that it is. */
function asColumns(node: FilterNode): FilterNode {
  switch (node.kind) {
    case "word":
      return { kind: "column", name: node.text, fallback: node.text }
    case "and":
    case "or":
      return { ...node, parts: node.parts.map(asColumns) }
    case "not":
    case "null":
      return { ...node, inner: asColumns(node.inner) }
    case "call":
      return { ...node, args: node.args.map(asColumns) }
    case "like":
      return { ...node, left: asColumns(node.left) }
    case "in":
      return { ...node, left: asColumns(node.left), choices: node.choices.map(asColumns) }
    case "compare":
    case "search":
    case "arithmetic":
      return { ...node, left: asColumns(node.left), right: asColumns(node.right) }
    default:
      return node
  }
}
