import { parseDate } from "../dates/parse.ts"
import { utcZone } from "../dates/zone.ts"
import { parseNumber } from "../format/parse-number.ts"
import { printIsoDate } from "../format/print-date.ts"
import { printNumber } from "../format/print-number.ts"
import { ownVariables } from "../vm/entries.ts"
import { fromJson } from "../vm/json.ts"
import type { VmState } from "../vm/state.ts"
import {
  DateValue,
  DurationValue,
  type Json,
  ListValue,
  MapValue,
  type Value,
} from "../vm/value.ts"

/** A value as a person writes it: its type, and its words. */
export interface TypedText {
  readonly type: "nothing" | "text" | "number" | "yesno" | "date" | "json"
  readonly text: string
}

/** A value as a person looks at it: plain ones by their words, lists and records by what is in them. */
export type ValueTree =
  | {
      readonly kind: "plain"
      readonly type: "nothing" | "text" | "number" | "yesno" | "date" | "duration"
      readonly text: string
    }
  | {
      readonly kind: "list" | "record"
      /** How many there are; `parts` may hold fewer. */
      readonly count: number
      readonly parts: readonly TreePart[]
    }
export interface TreePart {
  /** The key of a record, or the place in a list from 0. */
  readonly key: string | number
  readonly value: ValueTree
}

/** A variable, or a place in one. */
export interface Place {
  readonly name: string
  readonly keys: readonly (string | number)[]
  /** The parameter of the open procedure with this number, instead of a variable. */
  readonly param?: number
}

export interface ShownVariable {
  readonly name: string
  readonly param?: number
  readonly value: ValueTree
}

const maxParts = 200
const maxDepth = 12
const maxTextChars = 20_000

/** The variables of the script that runs. */
export function listVariables(state: VmState): ShownVariable[] {
  const { bundle } = state.program
  const { first, count } = ownVariables(bundle, state.current)
  return bundle.variables
    .slice(first, first + count)
    .map((name, index) => ({ name, value: toTree(state.globals[first + index] ?? null) }))
}

/** What the open procedure was given; empty in a main flow, whose parameters are variables. */
export function listParams(state: VmState): ValueTree[] {
  const info = state.program.bundle.functions[state.current]
  if (info === undefined || info.script !== undefined || info.name === "") return []
  return Array.from({ length: info.paramCount }, (_, index) =>
    toTree(state.stack[state.base + index] ?? null),
  )
}

/** The name of the procedure that is open; "" in a main flow. */
export const procedureOf = (state: VmState): string =>
  state.program.bundle.functions[state.current]?.name ?? ""

export function toTree(value: Value, depth = 0): ValueTree {
  if (value instanceof ListValue) {
    const shown = depth < maxDepth ? value.items.slice(0, maxParts) : []
    const parts = shown.map((item, key) => ({ key, value: toTree(item, depth + 1) }))
    return { kind: "list", count: value.items.length, parts }
  }
  if (value instanceof MapValue) {
    const shown = depth < maxDepth ? [...value.entries].slice(0, maxParts) : []
    const parts = shown.map(([key, item]) => ({ key, value: toTree(item, depth + 1) }))
    return { kind: "record", count: value.entries.size, parts }
  }
  return plain(value)
}

function plain(value: Exclude<Value, ListValue | MapValue>): ValueTree {
  if (value === null) return { kind: "plain", type: "nothing", text: "" }
  if (typeof value === "boolean")
    return { kind: "plain", type: "yesno", text: value ? "true" : "false" }
  if (typeof value === "number") return { kind: "plain", type: "number", text: printNumber(value) }
  if (value instanceof DateValue) return { kind: "plain", type: "date", text: printIsoDate(value) }
  if (value instanceof DurationValue)
    return { kind: "plain", type: "duration", text: printNumber(value.seconds) }
  return { kind: "plain", type: "text", text: value.slice(0, maxTextChars) }
}

/** Reads what a person wrote for a type; undefined when the words are none of it. */
export function readTyped({ type, text }: TypedText): Value | undefined {
  switch (type) {
    case "nothing":
      return null
    case "text":
      return text
    case "number":
      return parseNumber(text) ?? undefined
    case "yesno":
      return /^(true|yes|1)$/i.test(text.trim())
    case "date":
      return parseDate(utcZone, text) ?? undefined
    case "json":
      return readJson(text)
  }
}

function readJson(text: string): Value | undefined {
  try {
    return fromJson(JSON.parse(text) as Json)
  } catch {
    return undefined
  }
}

/** Gives a place another value. What is no longer there, or no value, is left alone. */
export function writeVariable(state: VmState, place: Place, typed: TypedText): void {
  const value = readTyped(typed)
  if (value === undefined) return
  const { bundle } = state.program
  const { first, count } = ownVariables(bundle, state.current)
  const index = bundle.variables.slice(first, first + count).indexOf(place.name)
  const holder = place.param === undefined ? state.globals : state.stack
  const slot = place.param === undefined ? first + index : state.base + place.param
  if (place.param === undefined && index < 0) return
  const last = place.keys.at(-1)
  if (last === undefined) {
    holder[slot] = value
    return
  }
  let inner: Value = holder[slot] ?? null
  for (const key of place.keys.slice(0, -1)) inner = stepInto(inner, key)
  if (inner instanceof ListValue && typeof last === "number" && last < inner.items.length)
    inner.items[last] = value
  else if (inner instanceof MapValue) inner.entries.set(String(last), value)
}

function stepInto(value: Value, key: string | number): Value {
  if (value instanceof ListValue && typeof key === "number") return value.items[key] ?? null
  return value instanceof MapValue ? (value.entries.get(String(key)) ?? null) : null
}
