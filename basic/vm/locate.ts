import type { LoadedProgram } from "./load.ts"

/** Finds the statement that a place in the code belongs to: its line, and its index in the step table. */
export const locate = (program: LoadedProgram, at: number): { line: number; step: number } => {
  const { debug } = program.bundle
  let low = 0
  let high = debug.at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((debug.at[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  const step = Math.max(low - 1, 0)
  return { line: debug.lines[step] ?? 0, step }
}
