import { finish, yieldEffect } from "./effect.ts"
import { LimitReached, Raised } from "./errors.ts"
import type { Fault, Outcome } from "./outcome.ts"
import { takeError } from "./raise.ts"
import { findTop, type VmState } from "./state.ts"
import { makeStep } from "./steps/make-step.ts"
import { stopsForEffect } from "./steps/step.ts"

/** How many instructions pass between two looks at the clock. */
const chunkSize = 4096

/**
 * Runs until the program ends, needs something from outside, fails, or should pause: one step after the
 * other, each paid for before it begins (`steps/step.ts` says what a step is). Between two steps `state` is
 * whole, but for `sp`, which follows from the place in the code and is set when the machine stops.
 */
export function runSlice(
  state: VmState,
  shouldPause: (() => boolean) | undefined,
  chunk = chunkSize,
): Outcome {
  const { program, meter } = state
  const { steps, costs } = program
  if (meter === null) throw new Error("beginTurn comes before run.")
  let pc = state.pc
  for (;;) {
    try {
      for (;;) {
        state.pc = pc
        meter.madeInStep = 0
        const step = steps[pc] ?? makeStep(program, pc)
        const cost = costs[pc] as number
        meter.fuel -= cost
        if (meter.fuel < 0) {
          meter.refill(chunk)
          if (shouldPause?.()) {
            meter.fuel += cost
            state.sp = findTop(state)
            return { kind: "pause" }
          }
        }
        pc = step(state)
        if (pc < 0) return pc === stopsForEffect ? yieldEffect(state) : finish(state, state.result)
      }
    } catch (error) {
      if (!(error instanceof Raised || error instanceof LimitReached)) throw error
      state.sp = findTop(state)
      if (!takeError(state, error)) return { kind: "fault", fault: state.fault as Fault }
      pc = state.pc
    }
  }
}
