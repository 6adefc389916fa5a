import type { LoadedProgram } from "../vm/load.ts"
import { locate } from "../vm/locate.ts"
import type { Outcome } from "../vm/outcome.ts"
import { runSlice } from "../vm/run.ts"
import type { VmState } from "../vm/state.ts"
import { run } from "../vm/turn.ts"

/** So many instructions of a stretch are traced one by one; a long loop then runs at full speed, unseen. */
const maxTraced = 100_000

/** Runs up to the next outcome and notes each statement (its place in the step table) that is entered. */
export const runTraced = (
  program: LoadedProgram,
  state: VmState,
  note: (step: number) => void,
): Outcome => {
  if (state.status === "ready") {
    let last = -1
    for (let count = 0; count < maxTraced; count++) {
      const outcome = runSlice(state, () => true, 0)
      if (outcome.kind !== "pause") return outcome
      const { step } = locate(program, state.pc)
      if (step !== last) note(step)
      last = step
    }
  }
  return run(program, state)
}
