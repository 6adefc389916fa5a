/**
 * The values a program can hold. There is no host object among them: a map is a `Map`, so
 * `__proto__` and `constructor` are ordinary keys, and nothing inherits from anything.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | ListValue
  | MapValue
  | DateValue
  | DurationValue

/** Lists and maps are shared by reference: two variables holding one list hold one list. */
export class ListValue {
  readonly kind = "list"
  items: Value[]
  constructor(items: Value[] = []) {
    this.items = items
  }
}

/**
 * Rows of a table, as FIND gives them: a list that stands for its first row, and for nothing when it is
 * empty. Members read and change the first row; lengths, indexes and loops see all.
 */
export class RowsValue extends ListValue {
  /** One row with one column, as a query counts or adds up: its text is that value. */
  readonly isSingle: boolean
  constructor(items: Value[] = [], isSingle = false) {
    super(items)
    this.isSingle = isSingle
  }
}

/** Keys keep the case they were written in; reading tries the exact key, then one that differs only in case. */
export class MapValue {
  readonly kind = "map"
  entries: Map<string, Value>
  constructor(entries: Map<string, Value> = new Map()) {
    this.entries = entries
  }
}

/** An instant with the zone it is shown in. Units: `epochMs` milliseconds since 1970 UTC, `offsetMinutes` east of UTC. */
export class DateValue {
  readonly kind = "date"
  readonly epochMs: number
  readonly offsetMinutes: number
  readonly hasTime: boolean
  constructor(epochMs: number, offsetMinutes: number, hasTime: boolean) {
    this.epochMs = epochMs
    this.offsetMinutes = offsetMinutes
    this.hasTime = hasTime
  }
}

/** A length of time, as DAYS(7) makes it. Units: seconds. */
export class DurationValue {
  readonly kind = "duration"
  readonly seconds: number
  constructor(seconds: number) {
    this.seconds = seconds
  }
}

/** What crosses the border of the VM (effects, memory, journal, API): JSON with dates as ISO text. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
