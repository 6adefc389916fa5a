import { toText } from "../format/to-text.ts"
import { effectCost, opcodeNumber } from "../ir/opcodes.ts"
import type { FunctionKeyword } from "../keywords/define.ts"
import { add, combine, concat, readNumber, tooLarge } from "./arithmetic.ts"
import { callMethod, chargeText } from "./call.ts"
import { areEqual, compareValues } from "./compare.ts"
import { finish, yieldEffect } from "./effect.ts"
import { LimitReached, Raised } from "./errors.ts"
import { readLimit, readStep } from "./for-loop.ts"
import { readElement, readMember } from "./member.ts"
import { operate } from "./operate.ts"
import type { Fault, Outcome } from "./outcome.ts"
import { readPath, writePath } from "./path.ts"
import {
  armErrors,
  changeErrors,
  dropFrames,
  failureOf,
  readError,
  setErrorHandler,
  takeError,
} from "./raise.ts"
import { reserveStack, type VmState } from "./state.ts"
import { isTruthy } from "./truth.ts"
import { ListValue, MapValue, type Value } from "./value.ts"

/** How many instructions pass between two looks at the clock. */
const chunkSize = 4096
/** Joining two texts shares them; this much of their length is charged all the same. */
const joinShift = 12

const { NEGATE, RETURN } = opcodeNumber

type Evaluator = FunctionKeyword["evaluate"]

/**
 * Runs until the program ends, needs something from outside, fails, or should pause.
 *
 * The one hot loop of the product. What it uses lies in variables; `state` and `meter` get it back
 * before anything that may look at them. Case labels are plain numbers because only then does the
 * engine make a jump table of the switch; `run.test.ts` compares them with `ir/opcodes.ts`. Common
 * types are worked on here; everything else is left to functions with the whole meaning.
 *
 * Elements of `code` and `stack` are read without checks: `verify` has proved the indexes.
 */
export function runSlice(
  state: VmState,
  shouldPause: (() => boolean) | undefined,
  chunk = chunkSize,
): Outcome {
  const { program, globals, stack, frames, gosubs, errorHandlers, meter } = state
  const { code, constants, evaluators, properties, entries, localCounts, frameSizes } = program
  if (meter === null) throw new Error("beginTurn comes before run.")
  const { textChars, callDepth } = meter.limits
  const maxFrames = callDepth * 3
  let pc = state.pc
  let sp = state.sp
  let base = state.base
  let fp = state.depth
  let current = state.current
  let fuel = meter.fuel
  let at = pc
  for (;;) {
    try {
      for (;;) {
        at = pc
        if (--fuel < 0) {
          meter.fuel = fuel
          meter.refill(chunk)
          fuel = meter.fuel
          if (shouldPause?.()) {
            meter.fuel = fuel + 1
            state.pc = pc
            state.sp = sp
            state.base = base
            state.depth = fp
            state.current = current
            return { kind: "pause" }
          }
        }
        switch (code[pc] as number) {
          case 0: // PUSH_CONST
            stack[sp++] = constants[code[pc + 1] as number] as Value
            pc += 2
            continue
          case 1: // PUSH_INT
            stack[sp++] = code[pc + 1] as number
            pc += 2
            continue
          case 2: // PUSH_NULL
            stack[sp++] = null
            pc += 1
            continue
          case 3: // PUSH_TRUE
            stack[sp++] = true
            pc += 1
            continue
          case 4: // PUSH_FALSE
            stack[sp++] = false
            pc += 1
            continue
          case 5: // LOAD_GLOBAL
            stack[sp++] = globals[code[pc + 1] as number] as Value
            pc += 2
            continue
          case 6: // LOAD_LOCAL
            stack[sp++] = stack[base + (code[pc + 1] as number)] as Value
            pc += 2
            continue
          case 7: // STORE_GLOBAL
            globals[code[pc + 1] as number] = stack[--sp] as Value
            pc += 2
            continue
          case 8: // STORE_LOCAL
            stack[base + (code[pc + 1] as number)] = stack[--sp] as Value
            pc += 2
            continue
          case 9: // POP
            sp -= 1
            pc += 1
            continue

          case 10: {
            // ADD
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            let r: Value
            if (typeof a === "number" && typeof b === "number") {
              r = a + b
              if (r - r !== 0) throw tooLarge(meter, fuel, "+")
            } else if (
              typeof a === "string" &&
              typeof b === "string" &&
              a.length + b.length <= textChars
            ) {
              r = a + b
              fuel -= r.length >> joinShift
            } else {
              meter.fuel = fuel
              r = add(meter, a, b)
              fuel = meter.fuel
            }
            stack[sp - 1] = r
            pc += 1
            continue
          }

          case 11: {
            // SUBTRACT
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            if (typeof a === "number" && typeof b === "number") {
              const r = a - b
              if (r - r !== 0) throw tooLarge(meter, fuel, "-")
              stack[sp - 1] = r
            } else {
              meter.fuel = fuel
              stack[sp - 1] = combine(meter, "-", a, b)
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 12: {
            // MULTIPLY
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            if (typeof a === "number" && typeof b === "number") {
              const r = a * b
              if (r - r !== 0) throw tooLarge(meter, fuel, "*")
              stack[sp - 1] = r
            } else {
              meter.fuel = fuel
              stack[sp - 1] = combine(meter, "*", a, b)
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 13: {
            // DIVIDE
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            if (typeof a === "number" && typeof b === "number" && b !== 0) {
              const r = a / b
              if (r - r !== 0) throw tooLarge(meter, fuel, "/")
              stack[sp - 1] = r
            } else {
              meter.fuel = fuel
              stack[sp - 1] = combine(meter, "/", a, b)
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 14: {
            // INT_DIVIDE
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            if (typeof a === "number" && typeof b === "number" && b !== 0) {
              const r = Math.trunc(a / b) + 0
              if (r - r !== 0) throw tooLarge(meter, fuel, "\\")
              stack[sp - 1] = r
            } else {
              meter.fuel = fuel
              stack[sp - 1] = combine(meter, "\\", a, b)
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 15: {
            // MODULO
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            if (typeof a === "number" && typeof b === "number" && b !== 0) {
              const r = (a % b) + 0
              stack[sp - 1] = r
            } else {
              meter.fuel = fuel
              stack[sp - 1] = combine(meter, "MOD", a, b)
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 17: // NEGATE
          case 18: {
            // TO_NUMBER
            const a = stack[sp - 1] as Value
            meter.fuel = fuel
            stack[sp - 1] =
              code[pc] === NEGATE ? combine(meter, "-", 0, a) : readNumber(meter, a, "+")
            fuel = meter.fuel
            pc += 1
            continue
          }
          case 16: // POWER
          case 19: // CONCAT
          case 39: // LIKE
          case 40: // CONTAINS
          case 41: // IN
          case 42: // STARTS_WITH
          case 43: {
            // ENDS_WITH
            const b = stack[--sp] as Value
            meter.fuel = fuel
            stack[sp - 1] = operate(meter, code[pc] as number, stack[sp - 1] as Value, b)
            fuel = meter.fuel
            pc += 1
            continue
          }
          case 20: {
            // JOIN_TEXTS
            const first = sp - (code[pc + 1] as number)
            meter.fuel = fuel
            let text = toText(stack[first] as Value, meter)
            for (let i = first + 1; i < sp; i++) text = concat(meter, text, stack[i] as Value)
            fuel = meter.fuel
            sp = first + 1
            stack[first] = text
            pc += 2
            continue
          }

          case 21: {
            // ADD_INT
            const n = code[pc + 1] as number
            const a = stack[sp - 1] as Value
            if (typeof a === "number") stack[sp - 1] = a + n
            else {
              meter.fuel = fuel
              stack[sp - 1] = add(meter, a, n)
              fuel = meter.fuel
            }
            pc += 2
            continue
          }

          case 22: {
            // SUBTRACT_INT
            const n = code[pc + 1] as number
            const a = stack[sp - 1] as Value
            if (typeof a === "number") stack[sp - 1] = a - n
            else {
              meter.fuel = fuel
              stack[sp - 1] = combine(meter, "-", a, n)
              fuel = meter.fuel
            }
            pc += 2
            continue
          }

          case 23: {
            // MULTIPLY_INT
            const n = code[pc + 1] as number
            const a = stack[sp - 1] as Value
            if (typeof a === "number") {
              const r = a * n
              if (r - r !== 0) throw tooLarge(meter, fuel, "*")
              stack[sp - 1] = r
            } else {
              meter.fuel = fuel
              stack[sp - 1] = combine(meter, "*", a, n)
              fuel = meter.fuel
            }
            pc += 2
            continue
          }
          case 24: {
            // MODULO_INT
            const n = code[pc + 1] as number
            const a = stack[sp - 1] as Value
            if (typeof a === "number") stack[sp - 1] = (a % n) + 0
            else {
              meter.fuel = fuel
              stack[sp - 1] = combine(meter, "MOD", a, n)
              fuel = meter.fuel
            }
            pc += 2
            continue
          }

          case 25: {
            // ADD_GLOBAL
            const b = globals[code[pc + 1] as number] as Value
            const a = stack[sp - 1] as Value
            let r: Value
            if (typeof a === "number" && typeof b === "number") {
              r = a + b
              if (r - r !== 0) throw tooLarge(meter, fuel, "+")
            } else if (
              typeof a === "string" &&
              typeof b === "string" &&
              a.length + b.length <= textChars
            ) {
              r = a + b
              fuel -= r.length >> joinShift
            } else {
              meter.fuel = fuel
              r = add(meter, a, b)
              fuel = meter.fuel
            }
            stack[sp - 1] = r
            pc += 2
            continue
          }

          case 26: {
            // ADD_LOCAL
            const b = stack[base + (code[pc + 1] as number)] as Value
            const a = stack[sp - 1] as Value
            let r: Value
            if (typeof a === "number" && typeof b === "number") {
              r = a + b
              if (r - r !== 0) throw tooLarge(meter, fuel, "+")
            } else if (
              typeof a === "string" &&
              typeof b === "string" &&
              a.length + b.length <= textChars
            ) {
              r = a + b
              fuel -= r.length >> joinShift
            } else {
              meter.fuel = fuel
              r = add(meter, a, b)
              fuel = meter.fuel
            }
            stack[sp - 1] = r
            pc += 2
            continue
          }

          case 27: {
            // ADD_TO_GLOBAL
            const g = code[pc + 1] as number
            const b = stack[--sp] as Value
            const a = globals[g] as Value
            let r: Value
            if (typeof a === "number" && typeof b === "number") {
              r = a + b
              if (r - r !== 0) throw tooLarge(meter, fuel, "+")
            } else if (
              typeof a === "string" &&
              typeof b === "string" &&
              a.length + b.length <= textChars
            ) {
              r = a + b
              fuel -= r.length >> joinShift
            } else {
              meter.fuel = fuel
              r = add(meter, a, b)
              fuel = meter.fuel
            }
            globals[g] = r
            pc += 2
            continue
          }

          case 28: {
            // ADD_TO_LOCAL
            const l = base + (code[pc + 1] as number)
            const b = stack[--sp] as Value
            const a = stack[l] as Value
            let r: Value
            if (typeof a === "number" && typeof b === "number") {
              r = a + b
              if (r - r !== 0) throw tooLarge(meter, fuel, "+")
            } else if (
              typeof a === "string" &&
              typeof b === "string" &&
              a.length + b.length <= textChars
            ) {
              r = a + b
              fuel -= r.length >> joinShift
            } else {
              meter.fuel = fuel
              r = add(meter, a, b)
              fuel = meter.fuel
            }
            stack[l] = r
            pc += 2
            continue
          }

          case 29: {
            // ADD_INT_TO_GLOBAL
            const v = code[pc + 1] as number
            const n = code[pc + 2] as number
            const a = globals[v] as Value
            if (typeof a === "number") globals[v] = a + n
            else {
              meter.fuel = fuel
              globals[v] = add(meter, a, n)
              fuel = meter.fuel
            }
            pc += 3
            continue
          }

          case 30: {
            // ADD_INT_TO_LOCAL
            const v = base + (code[pc + 1] as number)
            const n = code[pc + 2] as number
            const a = stack[v] as Value
            if (typeof a === "number") stack[v] = a + n
            else {
              meter.fuel = fuel
              stack[v] = add(meter, a, n)
              fuel = meter.fuel
            }
            pc += 3
            continue
          }

          case 31: {
            // EQUAL
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            let isEqual: boolean
            if (typeof a === "number" && typeof b === "number") isEqual = a === b
            else {
              meter.fuel = fuel
              isEqual = areEqual(meter, a, b)
              fuel = meter.fuel
            }
            stack[sp - 1] = isEqual
            pc += 1
            continue
          }

          case 32: {
            // NOT_EQUAL
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            let isEqual: boolean
            if (typeof a === "number" && typeof b === "number") isEqual = a === b
            else {
              meter.fuel = fuel
              isEqual = areEqual(meter, a, b)
              fuel = meter.fuel
            }
            stack[sp - 1] = !isEqual
            pc += 1
            continue
          }

          case 33: {
            // LESS
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            if (typeof a === "number" && typeof b === "number") stack[sp - 1] = a < b
            else {
              meter.fuel = fuel
              stack[sp - 1] = compareValues(meter, a, b) < 0
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 34: {
            // LESS_OR_EQUAL
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            if (typeof a === "number" && typeof b === "number") stack[sp - 1] = a <= b
            else {
              meter.fuel = fuel
              stack[sp - 1] = compareValues(meter, a, b) <= 0
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 35: {
            // GREATER
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            if (typeof a === "number" && typeof b === "number") stack[sp - 1] = a > b
            else {
              meter.fuel = fuel
              stack[sp - 1] = compareValues(meter, a, b) > 0
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 36: {
            // GREATER_OR_EQUAL
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            if (typeof a === "number" && typeof b === "number") stack[sp - 1] = a >= b
            else {
              meter.fuel = fuel
              stack[sp - 1] = compareValues(meter, a, b) >= 0
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 37: {
            // IS_NULL
            const a = stack[sp - 1] as Value
            stack[sp - 1] = a === null || a === ""
            pc += 1
            continue
          }
          case 38: // NOT
            stack[sp - 1] = !isTruthy(stack[sp - 1] as Value)
            pc += 1
            continue
          case 44: {
            // BETWEEN
            const a = stack[sp - 3] as Value
            meter.fuel = fuel
            const isBetween =
              compareValues(meter, a, stack[sp - 2] as Value) >= 0 &&
              compareValues(meter, a, stack[sp - 1] as Value) <= 0
            fuel = meter.fuel
            sp -= 2
            stack[sp - 1] = isBetween
            pc += 1
            continue
          }
          case 45: // JUMP
            pc = code[pc + 1] as number
            continue
          case 46: {
            // JUMP_IF_TRUE
            const a = stack[--sp] as Value
            pc = (a === true || (a !== false && isTruthy(a)) ? code[pc + 1] : pc + 2) as number
            continue
          }
          case 47: {
            // JUMP_IF_FALSE
            const a = stack[--sp] as Value
            pc = (a === true || (a !== false && isTruthy(a)) ? pc + 2 : code[pc + 1]) as number
            continue
          }
          case 48: // OR_JUMP
            if (isTruthy(stack[sp - 1] as Value)) pc = code[pc + 1] as number
            else {
              sp -= 1
              pc += 2
            }
            continue
          case 49: // AND_JUMP
            if (isTruthy(stack[sp - 1] as Value)) {
              sp -= 1
              pc += 2
            } else pc = code[pc + 1] as number
            continue
          case 50: // ELSE_JUMP
            if (stack[sp - 1] !== null) pc = code[pc + 1] as number
            else {
              sp -= 1
              pc += 2
            }
            continue

          case 51: {
            // UNLESS_EQUAL
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let isEqual: boolean
            if (typeof a === "number" && typeof b === "number") isEqual = a === b
            else {
              meter.fuel = fuel
              isEqual = areEqual(meter, a, b)
              fuel = meter.fuel
            }
            pc = (isEqual ? pc + 2 : code[pc + 1]) as number
            continue
          }

          case 52: {
            // UNLESS_NOT_EQUAL
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let isEqual: boolean
            if (typeof a === "number" && typeof b === "number") isEqual = a === b
            else {
              meter.fuel = fuel
              isEqual = areEqual(meter, a, b)
              fuel = meter.fuel
            }
            pc = (!isEqual ? pc + 2 : code[pc + 1]) as number
            continue
          }

          case 53: {
            // UNLESS_LESS
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let holds: boolean
            if (typeof a === "number" && typeof b === "number") holds = a < b
            else {
              meter.fuel = fuel
              holds = compareValues(meter, a, b) < 0
              fuel = meter.fuel
            }
            pc = (holds ? pc + 2 : code[pc + 1]) as number
            continue
          }

          case 54: {
            // UNLESS_LESS_OR_EQUAL
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let holds: boolean
            if (typeof a === "number" && typeof b === "number") holds = a <= b
            else {
              meter.fuel = fuel
              holds = compareValues(meter, a, b) <= 0
              fuel = meter.fuel
            }
            pc = (holds ? pc + 2 : code[pc + 1]) as number
            continue
          }

          case 55: {
            // UNLESS_GREATER
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let holds: boolean
            if (typeof a === "number" && typeof b === "number") holds = a > b
            else {
              meter.fuel = fuel
              holds = compareValues(meter, a, b) > 0
              fuel = meter.fuel
            }
            pc = (holds ? pc + 2 : code[pc + 1]) as number
            continue
          }

          case 56: {
            // UNLESS_GREATER_OR_EQUAL
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let holds: boolean
            if (typeof a === "number" && typeof b === "number") holds = a >= b
            else {
              meter.fuel = fuel
              holds = compareValues(meter, a, b) >= 0
              fuel = meter.fuel
            }
            pc = (holds ? pc + 2 : code[pc + 1]) as number
            continue
          }

          case 57: {
            // IF_LESS
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let holds: boolean
            if (typeof a === "number" && typeof b === "number") holds = a < b
            else {
              meter.fuel = fuel
              holds = compareValues(meter, a, b) < 0
              fuel = meter.fuel
            }
            pc = (holds ? code[pc + 1] : pc + 2) as number
            continue
          }

          case 58: {
            // IF_LESS_OR_EQUAL
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let holds: boolean
            if (typeof a === "number" && typeof b === "number") holds = a <= b
            else {
              meter.fuel = fuel
              holds = compareValues(meter, a, b) <= 0
              fuel = meter.fuel
            }
            pc = (holds ? code[pc + 1] : pc + 2) as number
            continue
          }

          case 59: {
            // IF_GREATER
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let holds: boolean
            if (typeof a === "number" && typeof b === "number") holds = a > b
            else {
              meter.fuel = fuel
              holds = compareValues(meter, a, b) > 0
              fuel = meter.fuel
            }
            pc = (holds ? code[pc + 1] : pc + 2) as number
            continue
          }

          case 60: {
            // IF_GREATER_OR_EQUAL
            const b = stack[--sp] as Value
            const a = stack[--sp] as Value
            let holds: boolean
            if (typeof a === "number" && typeof b === "number") holds = a >= b
            else {
              meter.fuel = fuel
              holds = compareValues(meter, a, b) >= 0
              fuel = meter.fuel
            }
            pc = (holds ? code[pc + 1] : pc + 2) as number
            continue
          }

          case 61: // GOTO
            if (errorHandlers.length > 0) armErrors(state, fp)
            pc = code[pc + 1] as number
            continue
          case 62: // GOSUB
            if (fp + gosubs.length * 3 >= maxFrames) {
              meter.fuel = fuel
              throw new LimitReached("basic.call_depth", callDepth)
            }
            gosubs.push({ depth: fp, at: pc + 2 })
            pc = code[pc + 1] as number
            continue

          case 63: {
            // FOR_START_GLOBAL
            const slot = base + (code[pc + 2] as number)
            meter.fuel = fuel
            const from = readNumber(meter, stack[sp - 3] as Value, "FOR")
            const step = readStep(meter, stack[sp - 1] as Value)
            const limit = readLimit(meter, from, stack[sp - 2] as Value, step)
            fuel = meter.fuel
            sp -= 3
            globals[code[pc + 1] as number] = from
            stack[slot] = limit
            stack[slot + 1] = step
            pc = (step > 0 ? from <= limit : from >= limit) ? pc + 4 : (code[pc + 3] as number)
            continue
          }
          case 65: {
            // FOR_NEXT_GLOBAL
            const v = code[pc + 1] as number
            const slot = base + (code[pc + 2] as number)
            const a = globals[v] as Value
            const limit = stack[slot] as Value
            const step = stack[slot + 1] as Value
            if (typeof a === "number" && typeof limit === "number" && typeof step === "number") {
              const next = a + step
              globals[v] = next
              pc = (step > 0 ? next <= limit : next >= limit) ? (code[pc + 3] as number) : pc + 4
              continue
            }
            if (typeof limit !== "number" || typeof step !== "number") {
              pc += 4
              continue
            }
            meter.fuel = fuel
            globals[v] = readNumber(meter, a, "FOR")
            fuel = meter.fuel
            continue
          }

          case 64: {
            // FOR_START_LOCAL
            const slot = base + (code[pc + 2] as number)
            meter.fuel = fuel
            const from = readNumber(meter, stack[sp - 3] as Value, "FOR")
            const step = readStep(meter, stack[sp - 1] as Value)
            const limit = readLimit(meter, from, stack[sp - 2] as Value, step)
            fuel = meter.fuel
            sp -= 3
            stack[base + (code[pc + 1] as number)] = from
            stack[slot] = limit
            stack[slot + 1] = step
            pc = (step > 0 ? from <= limit : from >= limit) ? pc + 4 : (code[pc + 3] as number)
            continue
          }
          case 66: {
            // FOR_NEXT_LOCAL
            const v = base + (code[pc + 1] as number)
            const slot = base + (code[pc + 2] as number)
            const a = stack[v] as Value
            const limit = stack[slot] as Value
            const step = stack[slot + 1] as Value
            if (typeof a === "number" && typeof limit === "number" && typeof step === "number") {
              const next = a + step
              stack[v] = next
              pc = (step > 0 ? next <= limit : next >= limit) ? (code[pc + 3] as number) : pc + 4
              continue
            }
            if (typeof limit !== "number" || typeof step !== "number") {
              pc += 4
              continue
            }
            meter.fuel = fuel
            stack[v] = readNumber(meter, a, "FOR")
            fuel = meter.fuel
            continue
          }

          case 67: {
            // EACH_START
            const slot = base + (code[pc + 1] as number)
            const a = stack[--sp] as Value
            const list =
              a instanceof ListValue ? a : new ListValue(a === null || a === "" ? [] : [a])
            stack[slot] = list
            stack[slot + 1] = 0
            stack[slot + 2] = list.items.length
            pc += 2
            continue
          }
          case 68: {
            // EACH_NEXT
            const slot = base + (code[pc + 1] as number)
            const list = stack[slot] as Value
            const i = stack[slot + 1] as Value
            const count = stack[slot + 2] as Value
            if (list instanceof ListValue && typeof i === "number" && typeof count === "number") {
              if (i < count && i < list.items.length) {
                stack[slot + 1] = i + 1
                stack[sp++] = list.items[i] ?? null
                pc += 3
                continue
              }
            }
            stack[slot] = null
            pc = code[pc + 2] as number
            continue
          }
          case 69: {
            // NEW_LIST
            const n = code[pc + 1] as number
            meter.fuel = fuel - n
            state.sp = sp
            meter.needCells(n + 1)
            fuel = meter.fuel
            const list = new ListValue(n === 0 ? [] : stack.slice(sp - n, sp))
            sp -= n
            stack[sp++] = list
            pc += 2
            continue
          }
          case 70: {
            // NEW_MAP
            const n = code[pc + 1] as number
            meter.fuel = fuel - n
            state.sp = sp
            meter.needCells(n + 1)
            fuel = meter.fuel
            const map = new MapValue()
            for (let i = sp - 2 * n; i < sp; i += 2)
              map.entries.set(toText(stack[i] as Value, meter), stack[i + 1] as Value)
            sp -= 2 * n
            stack[sp++] = map
            pc += 2
            continue
          }
          case 71: {
            // MEMBER
            const name = code[pc + 1] as number
            const a = stack[sp - 1] as Value
            const found =
              a instanceof MapValue ? a.entries.get(constants[name] as string) : undefined
            if (found !== undefined) stack[sp - 1] = found
            else {
              meter.fuel = fuel
              state.sp = sp
              stack[sp - 1] = readMember(
                meter,
                a,
                constants[name] as string,
                properties[name] ?? null,
              )
              fuel = meter.fuel
            }
            pc += 2
            continue
          }
          case 72: {
            // INDEX
            const b = stack[--sp] as Value
            const a = stack[sp - 1] as Value
            const found = a instanceof ListValue && typeof b === "number" ? a.items[b] : undefined
            if (found !== undefined) stack[sp - 1] = found
            else {
              meter.fuel = fuel
              stack[sp - 1] = readElement(meter, a, b)
              fuel = meter.fuel
            }
            pc += 1
            continue
          }

          case 73: {
            // READ_PATH_GLOBAL
            const n = code[pc + 2] as number
            const path = { keys: stack.slice(sp - n, sp), memberBits: code[pc + 3] as number }
            meter.fuel = fuel - n
            stack[sp] = readPath(meter, globals[code[pc + 1] as number] as Value, path)
            fuel = meter.fuel
            sp += 1
            pc += 4
            continue
          }
          case 75: {
            // WRITE_PATH_GLOBAL
            const v = code[pc + 1] as number
            const n = code[pc + 2] as number
            const root = globals[v] as Value
            const value = stack[sp - 1] as Value
            const key = stack[sp - 2] as Value
            if (
              n === 1 &&
              root instanceof ListValue &&
              typeof key === "number" &&
              root.items[key] !== undefined
            )
              root.items[key] = value
            else if (
              n === 1 &&
              root instanceof MapValue &&
              typeof key === "string" &&
              root.entries.has(key)
            )
              root.entries.set(key, value)
            else {
              const path = {
                keys: stack.slice(sp - 1 - n, sp - 1),
                memberBits: code[pc + 3] as number,
              }
              meter.fuel = fuel - n
              state.sp = sp
              globals[v] = writePath(meter, root, path, value)
              fuel = meter.fuel
            }
            sp -= n + 1
            pc += 4
            continue
          }

          case 74: {
            // READ_PATH_LOCAL
            const n = code[pc + 2] as number
            const path = { keys: stack.slice(sp - n, sp), memberBits: code[pc + 3] as number }
            meter.fuel = fuel - n
            stack[sp] = readPath(meter, stack[base + (code[pc + 1] as number)] as Value, path)
            fuel = meter.fuel
            sp += 1
            pc += 4
            continue
          }
          case 76: {
            // WRITE_PATH_LOCAL
            const v = base + (code[pc + 1] as number)
            const n = code[pc + 2] as number
            const root = stack[v] as Value
            const value = stack[sp - 1] as Value
            const key = stack[sp - 2] as Value
            if (
              n === 1 &&
              root instanceof ListValue &&
              typeof key === "number" &&
              root.items[key] !== undefined
            )
              root.items[key] = value
            else if (
              n === 1 &&
              root instanceof MapValue &&
              typeof key === "string" &&
              root.entries.has(key)
            )
              root.entries.set(key, value)
            else {
              const path = {
                keys: stack.slice(sp - 1 - n, sp - 1),
                memberBits: code[pc + 3] as number,
              }
              meter.fuel = fuel - n
              state.sp = sp
              stack[v] = writePath(meter, root, path, value)
              fuel = meter.fuel
            }
            sp -= n + 1
            pc += 4
            continue
          }

          case 77: {
            // CALL
            const callee = code[pc + 1] as number
            if (fp + gosubs.length * 3 >= maxFrames) {
              meter.fuel = fuel
              throw new LimitReached("basic.call_depth", callDepth)
            }
            frames[fp] = pc + 3
            frames[fp + 1] = base
            frames[fp + 2] = current
            fp += 3
            base = sp - (code[pc + 2] as number)
            if (base + (frameSizes[callee] as number) > stack.length)
              reserveStack(state, base + (frameSizes[callee] as number))
            const end = base + (localCounts[callee] as number)
            while (sp < end) stack[sp++] = null
            current = callee
            pc = entries[callee] as number
            continue
          }
          case 78: {
            // CALL_BUILTIN
            const n = code[pc + 2] as number
            meter.fuel = fuel
            state.sp = sp
            const r = (evaluators[code[pc + 1] as number] as Evaluator)(
              stack.slice(sp - n, sp),
              meter,
            )
            if (typeof r === "string") chargeText(meter, r)
            fuel = meter.fuel
            sp -= n
            stack[sp++] = r
            pc += 3
            continue
          }
          case 79: {
            // CALL_METHOD
            const n = code[pc + 2] as number
            meter.fuel = fuel
            state.sp = sp
            const values = stack.slice(sp - n - 1, sp)
            const isOptional = code[pc + 3] === 1
            const r = callMethod(state, meter, code[pc + 1] as number, values, isOptional)
            fuel = meter.fuel
            sp -= n
            stack[sp - 1] = r
            pc += 4
            continue
          }
          case 80: {
            // RETURN_VALUE
            const r = stack[sp - 1] as Value
            if (fp === 0) {
              meter.fuel = fuel
              return finish(state, r)
            }
            if (gosubs.length + errorHandlers.length > 0) dropFrames(state, fp)
            fp -= 3
            stack[base] = r
            sp = base + 1
            pc = frames[fp] as number
            base = frames[fp + 1] as number
            current = frames[fp + 2] as number
            continue
          }
          case 82: // RETURN
          case 81: {
            // RETURN_NULL
            const last = code[pc] === RETURN ? gosubs[gosubs.length - 1] : undefined
            if (last !== undefined && last.depth === fp) {
              gosubs.pop()
              pc = last.at
              continue
            }
            if (fp === 0) {
              meter.fuel = fuel
              return finish(state, null)
            }
            if (gosubs.length + errorHandlers.length > 0) dropFrames(state, fp)
            fp -= 3
            stack[base] = null
            sp = base + 1
            pc = frames[fp] as number
            base = frames[fp + 1] as number
            current = frames[fp + 2] as number
            continue
          }
          case 83: // STOP
            meter.fuel = fuel
            return finish(state, null)
          case 84: // EFFECT
          case 85: // HEAR
            meter.fuel = fuel - effectCost + 1
            state.pc = pc
            state.sp = sp
            state.base = base
            state.depth = fp
            state.current = current
            return yieldEffect(state)
          case 86: // ON_ERROR_RESUME
          case 87: // ON_ERROR_OFF
          case 89: // CLEAR_ERROR
            changeErrors(state, fp, code[pc] as number)
            pc += 1
            continue
          case 88: // ON_ERROR_GOTO
            setErrorHandler(state, fp, code[pc + 1] as number)
            pc += 2
            continue
          case 90: // ERROR_FLAG
          case 91: // ERROR_MESSAGE
          case 92: // ERROR_NUMBER
            stack[sp++] = readError(state.error, code[pc] as number)
            pc += 1
            continue
          case 93: // THROW
            meter.fuel = fuel
            throw new Raised(constants[code[pc + 1] as number] as string, {
              message: toText(stack[sp - 1] as Value, meter),
            })
          case 94: // FAIL
            meter.fuel = fuel
            throw failureOf(constants[code[pc + 1] as number], constants[code[pc + 2] as number])
          default:
            throw new Error(`There is no instruction ${code[pc]}.`)
        }
      }
    } catch (error) {
      state.pc = at
      state.sp = sp
      state.base = base
      state.depth = fp
      state.current = current
      if (!(error instanceof Raised || error instanceof LimitReached)) throw error
      if (!takeError(state, error)) return { kind: "fault", fault: state.fault as Fault }
      pc = state.pc
      sp = state.sp
      base = state.base
      fp = state.depth
      current = state.current
      fuel = meter.fuel
    }
  }
}
