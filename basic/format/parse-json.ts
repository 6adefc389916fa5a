import { ListValue, MapValue, type Value } from "../vm/value.ts"
import { type Budget, Growth, maxNesting } from "./budget.ts"

/** Why a text is not JSON. `at` counts UTF-16 units from 0. */
interface JsonProblem {
  readonly at: number
  readonly reason: string
}

const isDigit = (char: string | undefined): boolean =>
  char !== undefined && char >= "0" && char <= "9"

class JsonReader {
  private at = 0
  private readonly text: string
  private readonly budget: Budget
  private readonly cells: Growth
  constructor(text: string, budget: Budget) {
    this.text = text
    this.budget = budget
    this.cells = new Growth((total) => budget.needCells(total))
  }

  readDocument(): Value {
    if (this.text.startsWith("\uFEFF")) this.at = 1
    const value = this.readValue(0)
    this.skipBlanks()
    if (this.at < this.text.length) this.refuse("there is more text after the value")
    return value
  }

  private refuse(reason: string): never {
    const problem: JsonProblem = { at: this.at, reason }
    return this.budget.fail("basic.bad_json", { reason, position: problem.at + 1 })
  }

  private skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
      this.at++
    }
  }

  private readValue(depth: number): Value {
    this.skipBlanks()
    this.budget.spend(1)
    const char = this.text[this.at]
    if (char === "{") return this.readMap(depth)
    if (char === "[") return this.readList(depth)
    if (char === '"') return this.readText()
    if (char === "-" || isDigit(char)) return this.readNumber()
    if (this.takeWord("true")) return true
    if (this.takeWord("false")) return false
    if (this.takeWord("null")) return null
    return this.refuse(char === undefined ? "the text ends too early" : `"${char}" is not expected`)
  }

  private takeWord(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false
    this.at += word.length
    return true
  }

  private enter(depth: number): void {
    if (depth >= maxNesting) this.budget.fail("basic.nested_too_deep", { limit: maxNesting })
    this.budget.spend(5)
    this.at++
    this.skipBlanks()
  }

  /** After an item: true when a comma promises another one. */
  private takeComma(closing: string): boolean {
    this.skipBlanks()
    const char = this.text[this.at]
    if (char !== "," && char !== closing) {
      return this.refuse(
        char === undefined ? "the text ends too early" : `"," or "${closing}" is missing`,
      )
    }
    this.at++
    return char === ","
  }

  private readList(depth: number): Value {
    this.enter(depth)
    const items: Value[] = []
    if (this.text[this.at] === "]") this.at++
    else
      do {
        this.cells.add(1)
        items.push(this.readValue(depth + 1))
      } while (this.takeComma("]"))
    return new ListValue(items)
  }

  private readMap(depth: number): Value {
    this.enter(depth)
    const entries = new Map<string, Value>()
    if (this.text[this.at] === "}") this.at++
    else
      do {
        this.skipBlanks()
        if (this.text[this.at] !== '"') this.refuse("a name in double quotes is missing")
        const key = this.readText()
        this.skipBlanks()
        if (this.text[this.at] !== ":") this.refuse('":" is missing')
        this.at++
        this.cells.add(1)
        entries.set(key, this.readValue(depth + 1))
      } while (this.takeComma("}"))
    return new MapValue(entries)
  }

  private readNumber(): number {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) return this.refuse("the number has no digits")
    this.budget.spend(found[0].length >> 3)
    const value = Number(found[0])
    if (!Number.isFinite(value)) this.refuse("the number is too large")
    this.at += found[0].length
    return value
  }

  private readText(): string {
    let end = this.at + 1
    let hasEscapes = false
    for (; ; end++) {
      const code = this.text.charCodeAt(end)
      if (code === 34) break
      if (code === 92) {
        hasEscapes = true
        end++
      } else if (Number.isNaN(code)) return this.refuse("a text is not closed")
      else if (code < 32) {
        this.at = end
        return this.refuse("a text holds a line break or control character")
      }
    }
    this.budget.spend((end - this.at) >> 3)
    const raw = this.text.slice(this.at, end + 1)
    if (!hasEscapes) {
      this.at = end + 1
      return raw.slice(1, -1)
    }
    return this.unescape(raw, end)
  }

  /** The host's own reader resolves escapes of one short literal; it can only give text or throw. */
  private unescape(raw: string, end: number): string {
    try {
      const value: unknown = JSON.parse(raw)
      this.at = end + 1
      return String(value)
    } catch {
      return this.refuse("an escape with \\ is not one that JSON knows")
    }
  }
}

/**
 * Reads JSON text. Maps are `MapValue`: `__proto__` is a key like any other, the last of equal keys counts.
 *
 * Throws: the budget's errors `basic.bad_json` (reason, 1-based position) and `basic.nested_too_deep`.
 */
export const parseJson = (text: string, budget: Budget): Value =>
  new JsonReader(text, budget).readDocument()
