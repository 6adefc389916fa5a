import type { OpName } from "../../ir/opcodes.ts"
import { LimitReached } from "../errors.ts"
import { armErrors } from "../raise.ts"
import { isNothing, isTruthy } from "../truth.ts"
import type { Value } from "../value.ts"
import { meterOf, type Step, type StepWriter, type Translate } from "./step.ts"

/** Goes to the target when the value on top is `jumpsWhen`, and takes it. */
const jumpWhen =
  (jumpsWhen: boolean): Translate =>
  (w) => {
    const target = w.operand(0)
    const { read } = w.pop()
    const whenTrue = jumpsWhen ? target : w.next
    const whenFalse = jumpsWhen ? w.next : target
    w.finish((state) => {
      const value = read(state)
      if (value === true) return whenTrue
      return value === false || !isTruthy(value) ? whenFalse : whenTrue
    })
  }

/** Goes to the target with the value on top when it decides; else drops it and goes on. */
const keepWhen =
  (decides: (value: Value) => boolean): Translate =>
  (w) => {
    const target = w.operand(0)
    const { read } = w.pop()
    const { next } = w
    const offset = w.offsetOf(0)
    w.finish((state) => {
      const value = read(state)
      if (!decides(value)) return next
      state.stack[state.base + offset] = value
      return target
    })
  }

function gosub(w: StepWriter) {
  const target = w.operand(0)
  const { next } = w
  const step: Step = (state) => {
    const { gosubs, depth } = state
    const { callDepth } = meterOf(state).limits
    if (depth + gosubs.length * 3 >= callDepth * 3)
      throw new LimitReached("basic.call_depth", callDepth)
    gosubs.push({ depth, at: next })
    return target
  }
  w.finish(step)
}

/** Jumps on values and to labels. */
export const jumpSteps = {
  JUMP: (w) => {
    const target = w.operand(0)
    w.finish(() => target)
  },
  JUMP_IF_TRUE: jumpWhen(true),
  JUMP_IF_FALSE: jumpWhen(false),
  OR_JUMP: keepWhen(isTruthy),
  AND_JUMP: keepWhen((value) => !isTruthy(value)),
  ELSE_JUMP: keepWhen((value) => value === "" || !isNothing(value)),
  GOTO: (w) => {
    const target = w.operand(0)
    w.finish((state) => {
      if (state.errorHandlers.length > 0) armErrors(state, state.depth)
      return target
    })
  },
  GOSUB: gosub,
} satisfies Partial<Record<OpName, Translate>>
