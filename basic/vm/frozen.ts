import { StateError } from "./errors.ts"
import {
  DateValue,
  DurationValue,
  type Json,
  ListValue,
  MapValue,
  RowsValue,
  type Value,
} from "./value.ts"

/** Says that a part of a frozen state is not what `freeze` writes. */
export const refuse = (part: string): never => {
  throw new StateError("damaged", `The state is damaged: its ${part} does not fit the program.`)
}

/** The parts of a frozen state, read with their types checked. A part that is left out is empty. */
export interface Fields {
  has(name: string): boolean
  value(name: string): Json
  /** A whole number from 0; 0 when left out. */
  number(name: string): number
  text(name: string): string
  list(name: string): readonly Json[]
  /** Whole numbers from -1. */
  numbers(name: string): number[]
}

export function readFields(json: Json): Fields {
  if (json === null || typeof json !== "object" || Array.isArray(json)) return refuse("form")
  const has = (name: string): boolean => Object.hasOwn(json, name)
  const value = (name: string): Json => (has(name) ? (json[name] ?? null) : null)
  const list = (name: string): readonly Json[] => {
    if (!has(name)) return []
    const found = value(name)
    return Array.isArray(found) ? found : refuse(name)
  }
  return {
    has,
    value,
    list,
    number: (name) => (has(name) ? readWhole(value(name), 0) : 0),
    text: (name) => {
      const found = value(name)
      return typeof found === "string" ? found : refuse(name)
    },
    numbers: (name) => list(name).map((item) => readWhole(item, -1)),
  }
}

const readWhole = (json: Json, from: number): number =>
  typeof json === "number" && Number.isSafeInteger(json) && json >= from ? json : refuse("numbers")

/** Makes the lists and maps of a state, then fills them, so that they may hold each other. */
export function readHeap(objects: readonly Json[]): { read: (json: Json) => Value } {
  const made = objects.map((json) => {
    if (!Array.isArray(json)) return refuse("lists")
    return { json, value: makeEmpty(json[0]) }
  })
  const read = (json: Json): Value => {
    if (typeof json === "number") return Number.isFinite(json) ? json : refuse("numbers")
    if (json === null || typeof json !== "object") return json
    if (!Array.isArray(json)) return refuse("values")
    if (json[0] === "d") return readDate(json)
    if (json[0] === "s") return readDuration(json)
    const place = json.length === 1 ? readWhole(json[0] ?? null, 0) : refuse("values")
    return made[place]?.value ?? refuse("lists")
  }
  for (const { json, value } of made) {
    if (value instanceof ListValue) value.items = json.slice(1).map(read)
    else fillMap(value, json, read)
  }
  return { read }
}

function makeEmpty(tag: Json | undefined): ListValue | MapValue {
  if (tag === 0) return new ListValue()
  if (tag === 1) return new MapValue()
  return tag === 2 || tag === 3 ? new RowsValue([], tag === 3) : refuse("lists")
}

function fillMap(map: MapValue, json: readonly Json[], read: (json: Json) => Value) {
  if (json.length % 2 !== 1) refuse("objects")
  for (let at = 1; at < json.length; at += 2) {
    const key = json[at]
    if (typeof key !== "string") return refuse("objects")
    map.entries.set(key, read(json[at + 1] ?? null))
  }
}

/** A little more than the years 1 to 9999. Units: ms. */
const maxEpochMs = 3e14

function readDate(json: readonly Json[]): Value {
  const [, epochMs, offset, hasTime] = json
  if (typeof epochMs !== "number" || !(Math.abs(epochMs) <= maxEpochMs)) return refuse("dates")
  if (typeof offset !== "number" || !(Math.abs(offset) <= 1440)) return refuse("dates")
  return new DateValue(epochMs, offset, hasTime === 1)
}

function readDuration(json: readonly Json[]): Value {
  const seconds = json[1]
  return typeof seconds === "number" && Number.isFinite(seconds)
    ? new DurationValue(seconds)
    : refuse("durations")
}
