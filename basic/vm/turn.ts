import { normalizeName } from "../ir/names.ts"
import { findOpcode, opcodeNumber, sizeOf } from "../ir/opcodes.ts"
import { ownVariables } from "./entries.ts"
import type { LoadedProgram } from "./load.ts"
import { Meter } from "./meter.ts"
import { findSilence, listOpen } from "./open-scripts.ts"
import {
  type Answer,
  defaultTurnLimits,
  type Outcome,
  type TurnContext,
  type TurnLimits,
} from "./outcome.ts"
import { armErrors, dropFrames, takeNamedError } from "./raise.ts"
import { runSlice } from "./run.ts"
import { type AmbientValue, countCells, countLiving, reserveStack, type VmState } from "./state.ts"
import type { Value } from "./value.ts"

/**
 * Makes the state of a program that has not begun. Inputs set variables of these names, where the script
 * has them. `entry` is the function to begin with (`findEntry`): the entry's main flow when left out.
 * `ambient` sets variables of these names in every script, each time it begins: the settings of a bot.
 */
export function createState(
  program: LoadedProgram,
  inputs: Readonly<Record<string, Value>> = {},
  entry = 0,
  ambient: Readonly<Record<string, Value>> = {},
): VmState {
  const { functions, variables } = program.bundle
  if (functions[entry] === undefined) throw new RangeError(`There is no function ${entry}.`)
  const given = new Map(Object.entries(inputs).map(([name, value]) => [normalizeName(name), value]))
  const { first, count } = ownVariables(program.bundle, entry)
  const everywhere = placeAmbient(variables, ambient)
  const initial = new Map(everywhere.map(({ slot, value }) => [slot, value]))
  const state: VmState = {
    program,
    globals: variables.map((name, slot) => {
      const isOwn = slot >= first && slot < first + count
      return (isOwn ? given.get(normalizeName(name)) : null) ?? initial.get(slot) ?? null
    }),
    stack: [],
    frames: [],
    gosubs: [],
    errorHandlers: [],
    savedScripts: [],
    ambient: everywhere,
    root: entry,
    pc: program.entries[entry] ?? 0,
    sp: program.localCounts[entry] ?? 0,
    base: 0,
    depth: 0,
    current: entry,
    status: "ready",
    error: null,
    fault: null,
    result: null,
    meter: null,
  }
  reserveStack(state, program.frameSizes[entry] ?? 0)
  return state
}

function placeAmbient(
  variables: readonly string[],
  ambient: Readonly<Record<string, Value>>,
): AmbientValue[] {
  const values = new Map(
    Object.entries(ambient).map(([name, value]) => [normalizeName(name), value]),
  )
  if (values.size === 0) return []
  return variables.flatMap((name, slot) => {
    const value = values.get(normalizeName(name))
    return value === undefined ? [] : [{ slot, value }]
  })
}

/** Begins a turn: a fresh meter, its one clock reading and its chance. Comes before `run`, also after `thaw`. */
export function beginTurn(
  state: VmState,
  turn: TurnContext,
  limits: TurnLimits = defaultTurnLimits,
): void {
  state.meter = new Meter(turn, limits, () => countLiving(state))
}

/**
 * Runs until the program ends, fails, needs something from outside, or `shouldPause` (asked every few
 * thousand instructions) says so. After an effect call `resume` first; after a pause just `run` again.
 */
export function run(program: LoadedProgram, state: VmState, shouldPause?: () => boolean): Outcome {
  if (state.program !== program) throw new Error("The state belongs to another program.")
  if (state.status === "faulted" && state.fault) return { kind: "fault", fault: state.fault }
  if (state.status === "done") return { kind: "done", value: state.result }
  if (state.status === "waiting") throw new Error("resume comes before run, after an effect.")
  return runSlice(state, shouldPause)
}

/** Answers the effect that `run` returned. A failed effect goes to the statement's own outlet or to ON ERROR. */
export function resume(program: LoadedProgram, state: VmState, answer: Answer) {
  if (state.program !== program) throw new Error("The state belongs to another program.")
  if (state.status !== "waiting") throw new Error("There is no effect to answer.")
  if (answer.kind === "failed") {
    takeNamedError(state, { code: answer.code, message: answer.message })
    return
  }
  const { code } = program
  const opcode = code[state.pc] as number
  state.status = "ready"
  if (opcode === opcodeNumber.HEAR) {
    armErrors(state, state.depth)
    const target = code[state.pc + 2] as number
    if (answer.kind === "timeout" && target >= 0) return jumpTo(state, target)
  }
  const value = answer.kind === "value" ? answer.value : null
  if (typeof value === "object") state.meter?.noteCells(countCells([value]))
  state.stack[state.sp++] = value
  state.pc += sizeOf(findOpcode(opcode) ?? { operands: [] })
}

/**
 * Leaves whatever the flow is in and goes to what ON MESSAGE (by its place) or ON SILENCE declares, in the
 * innermost open script that declares it.
 */
export function interrupt(
  program: LoadedProgram,
  state: VmState,
  handler: number | "silence",
): void {
  const { messages } = program.bundle.handlers
  const found = handler === "silence" ? findSilence(state) : messages[handler]
  const owner = found && program.facts.owners[found.target]
  const open = listOpen(state).findLast(({ index }) => index === owner)
  if (!found || !open) throw new RangeError(`The program has no handler ${handler}.`)
  dropFrames(state, open.depth + 3)
  while ((state.gosubs.at(-1)?.depth ?? -1) >= open.depth) state.gosubs.pop()
  state.depth = open.depth
  state.base = open.base
  state.current = open.index
  armErrors(state, open.depth)
  state.status = "ready"
  jumpTo(state, found.target)
}

/** Goes to a label of the procedure at hand: nothing stays on the operand stack. */
function jumpTo(state: VmState, target: number): void {
  state.sp = state.base + (state.program.localCounts[state.current] as number)
  state.pc = target
}
