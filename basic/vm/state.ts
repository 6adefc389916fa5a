import type { LoadedProgram } from "./load.ts"
import type { Meter } from "./meter.ts"
import type { Fault } from "./outcome.ts"
import { ListValue, MapValue, type Value } from "./value.ts"

/**
 * A running program: everything but the code.
 *
 * One stack holds, for each procedure that is open, its slots (parameters, hidden slots of loops) and
 * then its operands. `base` is the first slot of the innermost. What the others need to go on lies in
 * `frames`, three numbers each: where to go on, their base, their function. Rare things, GOSUB,
 * ON ERROR and calls of scripts, lie in lists of their own beside the number of frames they belong to, so that a call
 * costs nothing for them.
 *
 * Between statements the operand stack is empty; an error or a jump to a label therefore only sets
 * the stack back to the end of the slots. Nothing here is a host object: `freeze.ts` writes it as JSON.
 */
export interface VmState {
  readonly program: LoadedProgram
  readonly globals: Value[]
  readonly stack: Value[]
  readonly frames: number[]
  readonly gosubs: { depth: number; at: number }[]
  readonly errorHandlers: ErrorHandler[]
  /** What calls of scripts have put aside. */
  readonly savedScripts: SavedScript[]
  /** What variables hold when their script begins, in every script of the bot; all others hold null. */
  readonly ambient: readonly AmbientValue[]
  /** Index of the function the run began in: 0, the main flow of the entry, but for a run of something else. */
  readonly root: number
  pc: number
  sp: number
  base: number
  /** Numbers of `frames` in use: three for each procedure below the innermost. */
  depth: number
  /** Index of the function the flow is in. */
  current: number
  status: "ready" | "waiting" | "done" | "faulted"
  error: LastError | null
  fault: Fault | null
  result: Value
  /** Null until `beginTurn`: a state that was thawed belongs to no turn yet. */
  meter: Meter | null
}

/** A value that every script finds in a variable, by its place among the globals. */
export interface AmbientValue {
  readonly slot: number
  readonly value: Value
}

/** The variables of a script from before it was called, put back when the procedure at `depth` ends. */
export interface SavedScript {
  readonly depth: number
  /** Where they lie among the globals. */
  readonly first: number
  readonly values: readonly Value[]
}

/** What ON ERROR set up in the procedure at `depth`. `target` -1 means RESUME NEXT. */
export interface ErrorHandler {
  depth: number
  target: number
  /** It fired, and nothing since has armed it again: an error in the handler itself ends the script. */
  isHandling: boolean
}

/** What ERROR, ERROR MESSAGE and ERR read. */
export interface LastError {
  readonly code: string
  readonly message: string
  readonly line: number
}

/** Makes room on the stack for a procedure that begins at `base`. */
export const reserveStack = (state: VmState, size: number): void => {
  while (state.stack.length < size) state.stack.push(null)
}

/** Where the operands of the innermost procedure end, by the place in the code. Right between two steps. */
export const findTop = ({ program, base, current, pc }: VmState): number =>
  base + (program.localCounts[current] as number) + (program.facts.depths[pc] as number)

/** Everything a program can still reach begins here. */
function* listRoots(state: VmState): Generator<Value> {
  yield* state.globals
  for (const { values } of state.savedScripts) yield* values
  for (const { value } of state.ambient) yield value
  const top = state.status === "ready" ? findTop(state) : state.sp
  for (let at = 0; at < top; at++) yield state.stack[at] as Value
}

/** Counts the cells that the program can still reach, but for those the step at hand has made and not yet stored. */
export const countLiving = (state: VmState): number => countCells(listRoots(state))

/** Counts the cells in values: a list or map is one, and one for each element or entry. What is shared counts once. */
export const countCells = (roots: Iterable<Value>): number => {
  const seen = new Set<Value>()
  const pending: Value[] = []
  let cells = 0
  const visit = (value: Value): void => {
    if (!(value instanceof ListValue || value instanceof MapValue) || seen.has(value)) return
    seen.add(value)
    pending.push(value)
  }
  for (const value of roots) visit(value)
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next instanceof ListValue) {
      cells += 1 + next.items.length
      for (const item of next.items) visit(item)
    } else if (next instanceof MapValue) {
      cells += 1 + next.entries.size
      for (const item of next.entries.values()) visit(item)
    }
  }
  return cells
}
