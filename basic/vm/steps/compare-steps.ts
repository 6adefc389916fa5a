import type { OpName } from "../../ir/opcodes.ts"
import { areEqual, compareValues } from "../compare.ts"
import type { VmState } from "../state.ts"
import type { Value } from "../value.ts"
import { meterOf, type Read, type Step, type Term, type Translate } from "./step.ts"

type Compare = (state: VmState, a: Value, b: Value) => boolean

const isEqual: Compare = (state, a, b) =>
  typeof a === "number" && typeof b === "number" ? a === b : areEqual(meterOf(state), a, b)
const isLess: Compare = (state, a, b) =>
  typeof a === "number" && typeof b === "number" ? a < b : compareValues(meterOf(state), a, b) < 0
const isLessOrEqual: Compare = (state, a, b) =>
  typeof a === "number" && typeof b === "number" ? a <= b : compareValues(meterOf(state), a, b) <= 0
const isGreater: Compare = (state, a, b) =>
  typeof a === "number" && typeof b === "number" ? a > b : compareValues(meterOf(state), a, b) > 0
const isGreaterOrEqual: Compare = (state, a, b) =>
  typeof a === "number" && typeof b === "number" ? a >= b : compareValues(meterOf(state), a, b) >= 0

/**
 * A comparison and its two ways on. Each is written out, because a closure that calls `compare` through a
 * variable would cost a call more; what is the same in all is the reading of both sides.
 */
type Branch = (x: Read, y: Read, whenTrue: number, whenFalse: number) => Step

const whenEqual: Branch = (x, y, whenTrue, whenFalse) => (state) => {
  const a = x(state)
  return isEqual(state, a, y(state)) ? whenTrue : whenFalse
}
const whenLess: Branch = (x, y, whenTrue, whenFalse) => (state) => {
  const a = x(state)
  return isLess(state, a, y(state)) ? whenTrue : whenFalse
}
const whenLessOrEqual: Branch = (x, y, whenTrue, whenFalse) => (state) => {
  const a = x(state)
  return isLessOrEqual(state, a, y(state)) ? whenTrue : whenFalse
}
const whenGreater: Branch = (x, y, whenTrue, whenFalse) => (state) => {
  const a = x(state)
  return isGreater(state, a, y(state)) ? whenTrue : whenFalse
}
const whenGreaterOrEqual: Branch = (x, y, whenTrue, whenFalse) => (state) => {
  const a = x(state)
  return isGreaterOrEqual(state, a, y(state)) ? whenTrue : whenFalse
}

const test =
  (compare: Compare, holds: boolean): Translate =>
  (w) => {
    const y = w.pop()
    const x = w.pop()
    w.push(compareTerms(compare, x, y, holds), [x, y])
  }

const compareTerms = (compare: Compare, x: Term, y: Term, holds: boolean): Read => {
  const readX = x.read
  const readY = y.read
  return (state) => {
    const a = readX(state)
    return compare(state, a, readY(state)) === holds
  }
}

/** Goes to the target when the comparison is `jumpsWhen`. */
const branch =
  (make: Branch, jumpsWhen: boolean): Translate =>
  (w) => {
    const target = w.operand(0)
    const y = w.pop()
    const x = w.pop()
    w.finish(make(x.read, y.read, jumpsWhen ? target : w.next, jumpsWhen ? w.next : target))
  }

/** Comparisons, as values and as jumps. */
export const compareSteps = {
  EQUAL: test(isEqual, true),
  NOT_EQUAL: test(isEqual, false),
  LESS: test(isLess, true),
  LESS_OR_EQUAL: test(isLessOrEqual, true),
  GREATER: test(isGreater, true),
  GREATER_OR_EQUAL: test(isGreaterOrEqual, true),
  BETWEEN: (w) => {
    const terms = w.popMany(3)
    const [read, readLow, readHigh] = terms.map((term) => term.read) as [Read, Read, Read]
    w.push((state) => {
      const value = read(state)
      const low = readLow(state)
      const high = readHigh(state)
      const meter = meterOf(state)
      return compareValues(meter, value, low) >= 0 && compareValues(meter, value, high) <= 0
    }, terms)
  },
  UNLESS_EQUAL: branch(whenEqual, false),
  UNLESS_NOT_EQUAL: branch(whenEqual, true),
  UNLESS_LESS: branch(whenLess, false),
  UNLESS_LESS_OR_EQUAL: branch(whenLessOrEqual, false),
  UNLESS_GREATER: branch(whenGreater, false),
  UNLESS_GREATER_OR_EQUAL: branch(whenGreaterOrEqual, false),
  IF_LESS: branch(whenLess, true),
  IF_LESS_OR_EQUAL: branch(whenLessOrEqual, true),
  IF_GREATER: branch(whenGreater, true),
  IF_GREATER_OR_EQUAL: branch(whenGreaterOrEqual, true),
} satisfies Partial<Record<OpName, Translate>>
