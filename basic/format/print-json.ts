import { DateValue, type DurationValue, ListValue, MapValue, type Value } from "../vm/value.ts"
import { type Budget, Growth, maxNesting } from "./budget.ts"
import { printIsoDate } from "./print-date.ts"
import { printNumber } from "./print-number.ts"

/** Prints a value that holds no others. */
const printScalar = (value: Exclude<Value, ListValue | MapValue>): string => {
  if (value === null) return "null"
  if (typeof value === "string") return JSON.stringify(value)
  if (typeof value === "number") return Number.isFinite(value) ? printNumber(value) : "null"
  if (typeof value === "boolean") return String(value)
  if (value instanceof DateValue) return JSON.stringify(printIsoDate(value))
  return printNumber((value satisfies DurationValue).seconds)
}

class JsonPrinter {
  private readonly budget: Budget
  private readonly growth: Growth
  constructor(budget: Budget) {
    this.budget = budget
    this.growth = new Growth((total) => budget.needText(total))
  }

  print(value: Value, depth: number): string {
    if (value instanceof ListValue) return this.printList(value, depth)
    if (value instanceof MapValue) return this.printMap(value, depth)
    return this.emit(printScalar(value))
  }

  private emit(text: string): string {
    this.budget.spend(3 + (text.length >> 3))
    this.growth.add(text.length)
    return text
  }

  private enter(depth: number): void {
    if (depth >= maxNesting) this.budget.fail("basic.nested_too_deep", { limit: maxNesting })
  }

  private printList(list: ListValue, depth: number): string {
    this.enter(depth)
    let out = this.emit("[")
    for (const [index, item] of list.items.entries()) {
      if (index > 0) out += this.emit(",")
      out += this.print(item, depth + 1)
    }
    return out + this.emit("]")
  }

  private printMap(map: MapValue, depth: number): string {
    this.enter(depth)
    let out = this.emit("{")
    for (const [key, item] of map.entries) {
      if (out.length > 1) out += this.emit(",")
      out += this.emit(`${JSON.stringify(key)}:`) + this.print(item, depth + 1)
    }
    return out + this.emit("}")
  }
}

/**
 * Prints a value as compact JSON. Dates become ISO text, durations seconds.
 *
 * Throws: the budget's error `basic.nested_too_deep`, also for a list that contains itself.
 */
export const printJson = (value: Value, budget: Budget): string =>
  new JsonPrinter(budget).print(value, 0)
