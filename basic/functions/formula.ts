/**
 * Works out the texts of CALCULATE: numbers, named values, `+ - * / \ ^ % MOD`, brackets and a few functions.
 * A formula is read by this file alone; nothing of it is ever evaluated by the host.
 */
import { combine, readNumber } from "../vm/arithmetic.ts"
import type { Env } from "../vm/env.ts"
import { findKey } from "../vm/keys.ts"
import { MapValue, type Value } from "../vm/value.ts"

const maxChars = 2_000
const maxDepth = 50
const token =
  /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+)|([\p{L}_][\p{L}\p{N}_.]*)|(\*\*|[-+*/\\^%(),]))/uy

type Calculation = (...args: readonly number[]) => number
/** Rounds halves away from zero, as ROUND does, and without the error of binary fractions. */
const roundTo: Calculation = (number = 0, places = 0) =>
  Number(`${Math.sign(number) * Math.round(Number(`${Math.abs(number)}e${places}`))}e${-places}`)
const calculations: ReadonlyMap<string, Calculation> = new Map<string, Calculation>([
  ["ABS", (number = 0) => Math.abs(number)],
  ["SQR", (number = 0) => Math.sqrt(number)],
  ["SQRT", (number = 0) => Math.sqrt(number)],
  ["MIN", (...args) => Math.min(...args)],
  ["MAX", (...args) => Math.max(...args)],
  ["SUM", (...args) => args.reduce((sum, each) => sum + each, 0)],
  ["AVG", (...args) => args.reduce((sum, each) => sum + each, 0) / args.length],
  ["ROUND", roundTo],
  ["INT", (number = 0) => Math.floor(number)],
  ["FLOOR", (number = 0) => Math.floor(number)],
  ["CEIL", (number = 0) => Math.ceil(number)],
  ["EXP", (number = 0) => Math.exp(number)],
  ["LOG", (number = 0) => Math.log(number)],
  ["SIN", (number = 0) => Math.sin(number)],
  ["COS", (number = 0) => Math.cos(number)],
  ["TAN", (number = 0) => Math.tan(number)],
])
const signs: Readonly<Record<string, "*" | "/" | "\\" | "MOD">> = {
  "*": "*",
  "/": "/",
  "\\": "\\",
  "%": "MOD",
  MOD: "MOD",
}

/** Raises `basic.bad_formula`, `basic.division_by_zero`, and `basic.not_a_number` for a value that is none. */
export function calculateFormula(formula: string, values: Value, env: Env): number {
  env.spend(formula.length)
  const reader = new FormulaReader(
    formula,
    values instanceof MapValue ? values : new MapValue(),
    env,
  )
  return reader.readWhole()
}

class FormulaReader {
  readonly #formula: string
  readonly #values: MapValue
  readonly #env: Env
  readonly #tokens: string[] = []
  #at = 0
  #depth = 0

  constructor(formula: string, values: MapValue, env: Env) {
    this.#formula = formula
    this.#values = values
    this.#env = env
    if (formula.length > maxChars) this.#refuse(`it is longer than ${maxChars} characters`)
    const end = formula.trimEnd().length
    for (token.lastIndex = 0; token.lastIndex < end; ) {
      const start = token.lastIndex
      const found = token.exec(formula)
      if (found === null)
        this.#refuse(`"${formula.slice(start).trim().slice(0, 10)}" is no part of a formula`)
      this.#tokens.push((found[1] ?? found[2] ?? found[3] ?? "").replace("**", "^"))
    }
  }

  readWhole(): number {
    const value = this.#readSum()
    if (this.#at < this.#tokens.length) this.#refuse(`"${this.#peek()}" is one too many`)
    if (!Number.isFinite(value)) this.#refuse("its result is no number")
    return value
  }

  #readSum(): number {
    if (++this.#depth > maxDepth) this.#refuse("it is nested too deep")
    let value = this.#readProduct()
    while (this.#peek() === "+" || this.#peek() === "-") {
      const isSum = this.#take() === "+"
      const next = this.#readProduct()
      value = isSum ? value + next : value - next
    }
    this.#depth--
    return value
  }

  #readProduct(): number {
    let value = this.#readPower()
    while (true) {
      const sign = signs[this.#peek().toUpperCase()]
      if (sign === undefined) return value
      this.#take()
      value = Number(combine(this.#env, sign, value, this.#readPower()))
    }
  }

  /** `-2 ^ 2` is -4, and `2 ^ 3 ^ 2` is 2 ^ 9. */
  #readPower(): number {
    if (this.#peek() === "-" || this.#peek() === "+") {
      if (++this.#depth > maxDepth) this.#refuse("it is nested too deep")
      const isNegative = this.#take() === "-"
      const value = this.#readPower()
      this.#depth--
      return isNegative ? -value : value
    }
    const value = this.#readValue()
    if (this.#peek() !== "^") return value
    this.#take()
    if (++this.#depth > maxDepth) this.#refuse("it is nested too deep")
    const power = this.#readPower()
    this.#depth--
    return value ** power
  }

  #readValue(): number {
    const next = this.#take()
    if (next === "") return this.#refuse("a value is missing at its end")
    if (/^[\d.]/.test(next)) return Number(next)
    if (next === "(") {
      const value = this.#readSum()
      this.#need(")")
      return value
    }
    if (!/^[\p{L}_]/u.test(next)) return this.#refuse(`a value is missing before "${next}"`)
    return this.#peek() === "(" ? this.#callFunction(next) : this.#readNamed(next)
  }

  #callFunction(name: string): number {
    const calculation = calculations.get(name.toUpperCase())
    if (calculation === undefined) return this.#refuse(`there is no function ${name}`)
    this.#need("(")
    const args: number[] = [this.#readSum()]
    while (this.#peek() === ",") {
      this.#take()
      args.push(this.#readSum())
    }
    this.#need(")")
    return calculation(...args)
  }

  #readNamed(name: string): number {
    if (name.toUpperCase() === "PI") return Math.PI
    const key = findKey(this.#env, this.#values, name)
    if (key === null) return this.#refuse(`there is no value for ${name}`)
    return readNumber(this.#env, this.#values.entries.get(key) ?? null, "CALCULATE")
  }

  #need(sign: string) {
    if (this.#take() !== sign) this.#refuse(`"${sign}" is missing`)
  }
  #peek(): string {
    return this.#tokens[this.#at] ?? ""
  }
  #take(): string {
    return this.#tokens[this.#at++] ?? ""
  }
  #refuse(reason: string): never {
    return this.#env.fail("basic.bad_formula", { reason, found: this.#formula.slice(0, 100) })
  }
}
