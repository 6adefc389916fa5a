/**
 * Reads the texts of FILTER and MAP into functions of one element: `status = 'open' AND amount > 10`,
 * `stage != Closed Won`, `item.price * 1.1`. A value never becomes program text: nothing is evaluated by
 * the host, and an unquoted value that no field explains is just text.
 */
import { parseNumber } from "../format/parse-number.ts"
import { add, combine } from "../vm/arithmetic.ts"
import type { Env } from "../vm/env.ts"
import { findKey } from "../vm/keys.ts"
import { isTruthy } from "../vm/truth.ts"
import { MapValue, type Value } from "../vm/value.ts"
import { itemFunctions } from "./item-functions.ts"
import { type Comparison, comparisons } from "./item-operators.ts"
import { type ItemToken, splitItemText } from "./item-tokens.ts"
import { readInside } from "./members.ts"

/** Computes one element's value. */
export type ItemExpression = (item: Value) => Value

type ItemArithmetic = "+" | "-" | "*" | "/" | "MOD"

/** Longer texts are refused; nesting is at most as deep. */
const maxTextChars = 10_000
const maxDepth = 50

const afterWords = new Set(["AND", "OR", "ORDER", "LIMIT", "&&", "||"])

/** `item.price` reads the element's price, `price` too; `item` alone is the element. */
const readField =
  (env: Env, path: string): ItemExpression =>
  (item) => {
    if (/^item$/i.test(path)) return item
    const inside = /^item\??\.(.+)$/i.exec(path)?.[1] ?? path
    return item instanceof MapValue || inside !== path ? readInside(env, item, inside) : null
  }

class ItemReader {
  private readonly name: string
  private readonly source: string
  private readonly env: Env
  private readonly tokens: readonly ItemToken[]
  private at = 0
  private depth = 0

  constructor(name: string, source: string, env: Env) {
    this.name = name
    this.source = source
    this.env = env
    if (source.length > maxTextChars) this.refuse(`it is longer than ${maxTextChars} characters`)
    env.spend(source.length)
    this.tokens = splitItemText(source)
  }

  refuse(reason: string): never {
    return this.env.fail("basic.bad_condition", { name: this.name, reason, found: this.source })
  }

  private get token(): ItemToken {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as ItemToken
  }
  isAtEnd(): boolean {
    return this.token.kind === "end"
  }

  /** Takes words or a sign when they come next, in any case. */
  take(...words: readonly string[]): boolean {
    const found = words.every((wanted, offset) => {
      const token = this.tokens[this.at + offset]
      return (
        (token?.kind === "word" || token?.kind === "sign") && token.text.toUpperCase() === wanted
      )
    })
    if (found) this.at += words.length
    return found
  }

  takeWord(): string {
    const token = this.token
    if (token.kind !== "word" && token.kind !== "text") this.refuse("a field name is missing")
    this.at++
    return token.text
  }
  takeWhole(): number {
    const token = this.token
    if (token.kind !== "number") this.refuse("a number is missing")
    this.at++
    return Math.trunc(Number(token.text))
  }

  readCondition(): ItemExpression {
    if (++this.depth > maxDepth) this.refuse("it is nested too deep")
    let left = this.readAll()
    while (this.take("OR") || this.take("||")) {
      const first = left
      const second = this.readAll()
      left = (item) => isTruthy(first(item)) || isTruthy(second(item))
    }
    this.depth--
    return left
  }

  private readAll(): ItemExpression {
    let left = this.readNegation()
    while (this.take("AND") || this.take("&&")) {
      const first = left
      const second = this.readNegation()
      left = (item) => isTruthy(first(item)) && isTruthy(second(item))
    }
    return left
  }

  private readNegation(): ItemExpression {
    if (!this.take("NOT")) return this.readComparison()
    if (++this.depth > maxDepth) this.refuse("it is nested too deep")
    const inner = this.readNegation()
    this.depth--
    return (item) => !isTruthy(inner(item))
  }

  private readComparison(): ItemExpression {
    const left = this.readSum()
    if (this.take("IS")) {
      const isNegated = this.take("NOT")
      if (!this.take("NULL")) this.refuse("NULL is missing after IS")
      return (item) => (left(item) === null) !== isNegated
    }
    const isNegated = this.take("NOT")
    if (this.take("IN")) return this.readMembership(left, isNegated)
    if (this.take("BETWEEN")) return this.readBetween(left, isNegated)
    const compare = this.takeComparison()
    if (!compare) return isNegated ? this.refuse("IN or LIKE is missing after NOT") : left
    const right = this.readRight()
    const env = this.env
    return (item) => {
      env.spend(2)
      return compare(env, left(item), right(item)) !== isNegated
    }
  }

  private takeComparison(): Comparison | null {
    if (this.take("STARTS", "WITH")) return comparisons.get("STARTS WITH") ?? null
    if (this.take("ENDS", "WITH")) return comparisons.get("ENDS WITH") ?? null
    const found = comparisons.get(this.token.text.toUpperCase())
    if (!found || this.token.kind === "text") return null
    this.at++
    return found
  }

  private readMembership(left: ItemExpression, isNegated: boolean): ItemExpression {
    const closing = this.take("(") ? ")" : this.take("[") ? "]" : this.refuse("a list is missing")
    const choices: ItemExpression[] = []
    while (!this.take(closing)) {
      if (this.isAtEnd()) this.refuse(`"${closing}" is missing`)
      choices.push(this.readRight())
      this.take(",")
    }
    const isSame = comparisons.get("=") as Comparison
    return (item) => {
      this.env.spend(choices.length)
      const value = left(item)
      return choices.some((choice) => isSame(this.env, value, choice(item))) !== isNegated
    }
  }

  private readBetween(left: ItemExpression, isNegated: boolean): ItemExpression {
    const low = this.readRight()
    if (!this.take("AND")) this.refuse("AND is missing after BETWEEN")
    const high = this.readRight()
    const isAtLeast = comparisons.get(">=") as Comparison
    const isAtMost = comparisons.get("<=") as Comparison
    return (item) => {
      const value = left(item)
      const isInside =
        isAtLeast(this.env, value, low(item)) && isAtMost(this.env, value, high(item))
      return isInside !== isNegated
    }
  }

  /**
   * The right side of a comparison. Authors build these texts by concatenation and often leave out the
   * quotes, so everything up to AND, OR, a comma or a bracket is one value unless it reads as an expression.
   */
  private readRight(): ItemExpression {
    const first = this.token
    const next = this.tokens[this.at + 1]
    if (first.kind === "text") return this.readSum()
    const isCall = first.kind === "word" && next?.text === "(" && next.start === first.end
    if (isCall || first.text === "(" || /^item([.?[]|$)/i.test(first.text)) return this.readSum()
    return this.readBareValue()
  }

  private readBareValue(): ItemExpression {
    const first = this.token
    let end = first.start
    let words = 0
    while (!this.isAtEnd() && !this.endsBareValue()) {
      end = this.token.end
      words++
      this.at++
    }
    const raw = this.source.slice(first.start, end).trim()
    const known = knownWords.get(raw.toLowerCase())
    if (known !== undefined) return () => known
    const number = parseNumber(raw)
    if (number !== null) return () => number
    if (words !== 1) return () => raw
    return (item) =>
      item instanceof MapValue && findKey(this.env, item, raw) !== null
        ? readInside(this.env, item, raw)
        : raw
  }

  private endsBareValue(): boolean {
    const { kind, text } = this.token
    if (kind === "sign") return [")", "]", ",", "&&", "||"].includes(text)
    return kind === "word" && afterWords.has(text.toUpperCase())
  }

  readSum(): ItemExpression {
    let left = this.readProduct()
    for (;;) {
      const operator = this.take("+") ? "+" : this.take("-") ? "-" : null
      if (operator === null) return left
      left = this.combine(operator, left, this.readProduct())
    }
  }

  private readProduct(): ItemExpression {
    let left = this.readPrimary()
    for (;;) {
      const operator = this.take("*") ? "*" : this.take("/") ? "/" : this.take("%") ? "MOD" : null
      if (operator === null) return left
      left = this.combine(operator, left, this.readPrimary())
    }
  }

  private combine(
    operator: ItemArithmetic,
    left: ItemExpression,
    right: ItemExpression,
  ): ItemExpression {
    const env = this.env
    return (item) => {
      env.spend(2)
      const [a, b] = [left(item), right(item)]
      return operator === "+" ? add(env, a, b) : combine(env, operator, a, b)
    }
  }

  private readPrimary(): ItemExpression {
    const token = this.token
    if (this.take("-")) return this.combine("-", () => 0, this.readNested())
    if (this.take("(")) {
      const inner = this.readCondition()
      if (!this.take(")")) this.refuse('")" is missing')
      return inner
    }
    if (token.kind === "end") this.refuse("it ends too early")
    if (token.kind === "sign") this.refuse(`"${token.text}" is not expected`)
    this.at++
    if (token.kind === "text") return () => token.text
    if (token.kind === "number") return () => Number(token.text)
    if (this.token.text === "(" && this.token.start === token.end) return this.readCall(token.text)
    const known = knownWords.get(token.text.toLowerCase())
    return known !== undefined ? () => known : readField(this.env, token.text)
  }

  private readNested(): ItemExpression {
    if (++this.depth > maxDepth) this.refuse("it is nested too deep")
    const inner = this.readPrimary()
    this.depth--
    return inner
  }

  private readCall(name: string): ItemExpression {
    const found =
      itemFunctions.get(name.toUpperCase()) ?? this.refuse(`there is no function ${name} here`)
    this.at++
    const args: ItemExpression[] = []
    while (!this.take(")")) {
      if (this.isAtEnd()) this.refuse('")" is missing')
      args.push(this.readCondition())
      this.take(",")
    }
    const { env } = this
    return (item) => {
      env.spend(2)
      return found(
        args.map((arg) => arg(item)),
        env,
      )
    }
  }
}

const knownWords: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["true", true],
  ["false", false],
  ["null", null],
])

/** A read condition with the ordering that may follow it. */
export interface ItemCondition {
  readonly holds: (item: Value) => boolean
  readonly orderBy: { readonly field: string; readonly isDescending: boolean } | null
  readonly limit: number | null
}

/** Reads `condition [ORDER BY field [ASC|DESC]] [LIMIT n]`; `name` is the function that error messages name. */
export const readItemCondition = (name: string, source: string, env: Env): ItemCondition => {
  const reader = new ItemReader(name, source, env)
  const condition = reader.readCondition()
  let orderBy: ItemCondition["orderBy"] = null
  if (reader.take("ORDER", "BY")) {
    const field = reader.takeWord()
    const isDescending = reader.take("DESC")
    if (!isDescending) reader.take("ASC")
    orderBy = { field, isDescending }
  }
  const limit = reader.take("LIMIT") ? reader.takeWhole() : null
  if (!reader.isAtEnd()) reader.refuse("there is more after the condition")
  return { holds: (item) => isTruthy(condition(item)), orderBy, limit }
}

/** Reads an expression over one element: a field, arithmetic, text, or a call of a few functions. */
export const readItemExpression = (name: string, source: string, env: Env): ItemExpression => {
  const reader = new ItemReader(name, source, env)
  const expression = reader.readCondition()
  if (!reader.isAtEnd()) reader.refuse("there is more after the expression")
  return expression
}
