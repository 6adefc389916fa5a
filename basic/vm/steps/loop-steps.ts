import { type OpName, opcodeNumber } from "../../ir/opcodes.ts"
import { readNumber } from "../arithmetic.ts"
import { readLimit, readStep } from "../for-loop.ts"
import type { VmState } from "../state.ts"
import { ListValue, type Value } from "../value.ts"
import { meterOf, type Read, type StepWriter, type Translate } from "./step.ts"

type SetVariable = (state: VmState, slot: number, value: Value) => void

const setGlobal: SetVariable = (state, slot, value) => {
  state.globals[slot] = value
}
const setLocal: SetVariable = (state, slot, value) => {
  state.stack[state.base + slot] = value
}

/** Keeps limit and step in two slots, sets the variable; leaves if there is nothing to do. */
const startFor =
  (set: SetVariable): Translate =>
  (w) => {
    const variable = w.operand(0)
    const slot = w.operand(1)
    const exit = w.operand(2)
    const [from, to, by] = w.popMany(3).map(({ read }) => read) as [Read, Read, Read]
    const { next } = w
    w.finish((state) => {
      const meter = meterOf(state)
      const first = from(state)
      const last = to(state)
      const stride = by(state)
      const begin = readNumber(meter, first, "FOR")
      const step = readStep(meter, stride)
      const limit = readLimit(meter, begin, last, step)
      set(state, variable, begin)
      state.stack[state.base + slot] = limit
      state.stack[state.base + slot + 1] = step
      return (step > 0 ? begin <= limit : begin >= limit) ? next : exit
    })
  }

/** Reads the variable as a number, then comes again; leaves a loop whose slots hold none. */
function mendFor(
  state: VmState,
  value: Value,
  slot: number,
  ways: { readonly again: number; readonly exit: number },
  set: (value: number) => void,
): number {
  const at = state.base + slot
  if (typeof state.stack[at] !== "number" || typeof state.stack[at + 1] !== "number")
    return ways.exit
  set(readNumber(meterOf(state), value, "FOR"))
  return ways.again
}

function nextForGlobal(w: StepWriter) {
  const variable = w.operand(0)
  const slot = w.operand(1)
  const body = w.operand(2)
  const exit = w.next
  const ways = { again: w.at, exit }
  w.finish((state) => {
    const { globals, stack } = state
    const value = globals[variable] as Value
    const limit = stack[state.base + slot] as Value
    const step = stack[state.base + slot + 1] as Value
    if (typeof value === "number" && typeof limit === "number" && typeof step === "number") {
      const next = value + step
      globals[variable] = next
      return (step > 0 ? next <= limit : next >= limit) ? body : exit
    }
    return mendFor(state, value, slot, ways, (number) => {
      globals[variable] = number
    })
  })
}

function nextForLocal(w: StepWriter) {
  const variable = w.operand(0)
  const slot = w.operand(1)
  const body = w.operand(2)
  const exit = w.next
  const ways = { again: w.at, exit }
  w.finish((state) => {
    const { stack, base } = state
    const value = stack[base + variable] as Value
    const limit = stack[base + slot] as Value
    const step = stack[base + slot + 1] as Value
    if (typeof value === "number" && typeof limit === "number" && typeof step === "number") {
      const next = value + step
      stack[base + variable] = next
      return (step > 0 ? next <= limit : next >= limit) ? body : exit
    }
    return mendFor(state, value, slot, ways, (number) => {
      stack[base + variable] = number
    })
  })
}

function startEach(w: StepWriter) {
  const slot = w.operand(0)
  const { read } = w.pop()
  const { next } = w
  w.finish((state) => {
    const value = read(state)
    const at = state.base + slot
    const list =
      value instanceof ListValue
        ? value
        : new ListValue(value === null || value === "" ? [] : [value])
    state.stack[at] = list
    state.stack[at + 1] = 0
    state.stack[at + 2] = list.items.length
    return next
  })
}

/** Gives the next element, or undefined at the end, when the list is let go. */
function takeElement({ stack, base }: VmState, slot: number): Value | undefined {
  const at = base + slot
  const list = stack[at] as Value
  const place = stack[at + 1] as Value
  const count = stack[at + 2] as Value
  if (list instanceof ListValue && typeof place === "number" && typeof count === "number") {
    if (place < count && place < list.items.length) {
      stack[at + 1] = place + 1
      return list.items[place] ?? null
    }
  }
  stack[at] = null
  return undefined
}

/** The variable of FOR EACH is set in the same step when it is a plain one. */
function nextEach(w: StepWriter) {
  const slot = w.operand(0)
  const exit = w.operand(1)
  const offset = w.offsetOf(0)
  const isGlobal = w.takeNext(opcodeNumber.STORE_GLOBAL)
  const place = isGlobal ? w.operand(0) : offset
  const set = isGlobal ? setGlobal : setLocal
  const { next } = w
  w.finish((state) => {
    const element = takeElement(state, slot)
    if (element === undefined) return exit
    set(state, place, element)
    return next
  })
}

/** FOR and FOR EACH. */
export const loopSteps = {
  FOR_START_GLOBAL: startFor(setGlobal),
  FOR_START_LOCAL: startFor(setLocal),
  FOR_NEXT_GLOBAL: nextForGlobal,
  FOR_NEXT_LOCAL: nextForLocal,
  EACH_START: startEach,
  EACH_NEXT: nextEach,
} satisfies Partial<Record<OpName, Translate>>
