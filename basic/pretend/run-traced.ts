import type { LoadedProgram } from "../vm/load.ts"
import { locate } from "../vm/locate.ts"
import type { Outcome } from "../vm/outcome.ts"
import { runSlice } from "../vm/run.ts"
import type { VmState } from "../vm/state.ts"
import { run } from "../vm/turn.ts"

/** So many steps of a stretch are traced one by one; a long loop then runs at full speed, unseen. */
const maxTraced = 100_000

/**
 * Runs up to the next outcome and notes each statement (its place in the step table) that is entered.
 * `begin` is told of each that begins at its first instruction, also when it is the same again.
 */
export const runTraced = (
  program: LoadedProgram,
  state: VmState,
  note: (step: number) => void,
  begin?: (step: number, state: VmState) => void,
): Outcome => {
  if (state.status === "ready") {
    const { at } = program.bundle.debug
    let last = -1
    // The first slice of a turn may end before it runs anything.
    let before = -1
    for (let count = 0; count < maxTraced; count++) {
      const { step } = locate(program, state.pc)
      // What ends a flow lies behind its last statement, whichever way led there.
      const isBeginning = state.pc === at[step]
      if (isBeginning && state.pc !== before) begin?.(step, state)
      before = state.pc
      if (isBeginning && step !== last) note(step)
      last = step
      const outcome = runSlice(state, () => true, 0)
      if (outcome.kind !== "pause") return outcome
    }
  }
  return run(program, state)
}
