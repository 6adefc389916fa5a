import { runTraced } from "../pretend/run-traced.ts"
import type { LoadedProgram } from "../vm/load.ts"
import type { Outcome } from "../vm/outcome.ts"
import type { VmState } from "../vm/state.ts"

/** Runs like `run`, in one piece, and notes the id of each step that is entered. */
export const runWatched = (
  program: LoadedProgram,
  state: VmState,
  note: (stepId: string) => void,
): Outcome => {
  const { steps } = program.bundle.debug
  return runTraced(program, state, (step) => {
    const id = steps[step] ?? ""
    if (id !== "") note(id)
  })
}
