import { toText } from "../../format/to-text.ts"
import type { OpName } from "../../ir/opcodes.ts"
import type { FunctionKeyword } from "../../keywords/define.ts"
import { readElement, readMember } from "../member.ts"
import { readPath, writePath } from "../path.ts"
import type { VmState } from "../state.ts"
import { ListValue, MapValue, type Value } from "../value.ts"
import { pushFromMany } from "./many-operands.ts"
import { meterOf, type Read, type StepWriter, type Term, type Translate } from "./step.ts"

function makeList(state: VmState, items: Value[]): Value {
  const meter = meterOf(state)
  meter.fuel -= items.length
  meter.needCells(items.length + 1)
  return new ListValue(items)
}

/** `parts`: keys and values by turns. */
function makeMap(state: VmState, parts: readonly Value[]): Value {
  const meter = meterOf(state)
  meter.fuel -= parts.length >> 1
  meter.needCells((parts.length >> 1) + 1)
  const map = new MapValue()
  for (let index = 0; index < parts.length; index += 2)
    map.entries.set(toText(parts[index] as Value, meter), parts[index + 1] as Value)
  return map
}

const memberOf = (read: Read, name: string, property: FunctionKeyword | null): Read => {
  return (state) => {
    const object = read(state)
    const found = object instanceof MapValue ? object.entries.get(name) : undefined
    return found !== undefined ? found : readMember(meterOf(state), object, name, property)
  }
}

/** A list by a number and a map by a text are looked up here, all else with the whole meaning. */
const readUnderKey = (state: VmState, object: Value, key: Value): Value => {
  if (object instanceof ListValue && typeof key === "number") {
    const found = object.items[key]
    if (found !== undefined) return found
  }
  if (object instanceof MapValue && typeof key === "string") return object.entries.get(key) ?? null
  return readElement(meterOf(state), object, key)
}

const elementOf = (object: Term, key: Term): Read => {
  const readObject = object.read
  const readKey = key.read
  const { slot } = object
  if (object.source === "global")
    return (state) => readUnderKey(state, state.globals[slot] as Value, readKey(state))
  return (state) => {
    const list = readObject(state)
    return readUnderKey(state, list, readKey(state))
  }
}

/** Sets a place that is there already; false when it needs the long way. */
const setInPlace = (root: Value, key: Value, value: Value): boolean => {
  if (root instanceof ListValue) {
    if (typeof key !== "number" || root.items[key] === undefined) return false
    root.items[key] = value
    return true
  }
  if (!(root instanceof MapValue) || typeof key !== "string" || !root.entries.has(key)) return false
  root.entries.set(key, value)
  return true
}

type Variable = (slot: number) => {
  readonly get: Read
  readonly set: (state: VmState, value: Value) => void
}

const globalVariable: Variable = (slot) => ({
  get: (state) => state.globals[slot] as Value,
  set: (state, value) => {
    state.globals[slot] = value
  },
})
const localVariable: Variable = (slot) => ({
  get: (state) => state.stack[state.base + slot] as Value,
  set: (state, value) => {
    state.stack[state.base + slot] = value
  },
})

/** The keys stay on the stack, with the value after them. */
const readPlace =
  (variable: Variable): Translate =>
  (w) => {
    const { get } = variable(w.operand(0))
    const count = w.operand(1)
    const memberBits = w.operand(2)
    const offset = w.offsetOf(count)
    const { next } = w
    w.finish((state) => {
      const at = state.base + offset
      const meter = meterOf(state)
      meter.fuel -= count
      const path = { keys: state.stack.slice(at, at + count), memberBits }
      const value = readPath(meter, get(state), path)
      state.stack[at + count] = value
      return next
    })
  }

const writePlace =
  (variable: Variable): Translate =>
  (w) => {
    if (w.operand(1) === 1) return writeUnderKey(w, variable)
    const { get, set } = variable(w.operand(0))
    const count = w.operand(1)
    const memberBits = w.operand(2)
    const offset = w.offsetOf(count + 1)
    const { next } = w
    w.finish((state) => {
      const at = state.base + offset
      const keys = state.stack.slice(at, at + count)
      writeLong(state, get(state), { keys, memberBits }, state.stack[at + count] as Value, set)
      return next
    })
  }

function writeUnderKey(w: StepWriter, variable: Variable) {
  const { get, set } = variable(w.operand(0))
  const memberBits = w.operand(2)
  const readValue = w.pop().read
  const readKey = w.pop().read
  const { next } = w
  w.finish((state) => {
    const key = readKey(state)
    const value = readValue(state)
    const root = get(state)
    if (!setInPlace(root, key, value))
      writeLong(state, root, { keys: [key], memberBits }, value, set)
    return next
  })
}

function writeLong(
  state: VmState,
  root: Value,
  path: Parameters<typeof writePath>[2],
  value: Value,
  set: (state: VmState, value: Value) => void,
) {
  const meter = meterOf(state)
  meter.fuel -= path.keys.length
  set(state, writePath(meter, root, path, value))
}

/** Lists, maps and what is in them. */
export const memberSteps = {
  NEW_LIST: (w) => pushFromMany(w, w.operand(0), makeList),
  NEW_MAP: (w) => pushFromMany(w, w.operand(0) * 2, makeMap),
  MEMBER: (w) => {
    const name = w.operand(0)
    const object = w.pop()
    const { constants, properties } = w.program
    w.push(memberOf(object.read, String(constants[name]), properties[name] ?? null), [object])
  },
  INDEX: (w) => {
    const key = w.pop()
    const object = w.pop()
    w.push(elementOf(object, key), [object, key])
  },
  READ_PATH_GLOBAL: readPlace(globalVariable),
  READ_PATH_LOCAL: readPlace(localVariable),
  WRITE_PATH_GLOBAL: writePlace(globalVariable),
  WRITE_PATH_LOCAL: writePlace(localVariable),
} satisfies Partial<Record<OpName, Translate>>
