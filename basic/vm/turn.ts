import { normalizeName } from "../ir/names.ts"
import { findOpcode, opcodeNumber, sizeOf } from "../ir/opcodes.ts"
import type { LoadedProgram } from "./load.ts"
import { Meter } from "./meter.ts"
import {
  type Answer,
  defaultTurnLimits,
  type Outcome,
  type TurnContext,
  type TurnLimits,
} from "./outcome.ts"
import { armErrors, dropFrames, takeNamedError } from "./raise.ts"
import { runSlice } from "./run.ts"
import { countCells, countLiving, reserveStack, type VmState } from "./state.ts"
import type { Value } from "./value.ts"

/** Makes the state of a program that has not begun. Inputs set variables of these names, where the program has them. */
export function createState(
  program: LoadedProgram,
  inputs: Readonly<Record<string, Value>> = {},
): VmState {
  const given = new Map(Object.entries(inputs).map(([name, value]) => [normalizeName(name), value]))
  const state: VmState = {
    program,
    globals: program.bundle.variables.map((name) => given.get(normalizeName(name)) ?? null),
    stack: [],
    frames: [],
    gosubs: [],
    errorHandlers: [],
    pc: program.entries[0] ?? 0,
    sp: program.localCounts[0] ?? 0,
    base: 0,
    depth: 0,
    current: 0,
    status: "ready",
    error: null,
    fault: null,
    result: null,
    meter: null,
  }
  reserveStack(state, program.frameSizes[0] ?? 0)
  return state
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

/** Leaves whatever the flow is in and goes to what ON MESSAGE (by its place) or ON SILENCE declares. */
export function interrupt(
  program: LoadedProgram,
  state: VmState,
  handler: number | "silence",
): void {
  const { messages, silence } = program.bundle.handlers
  const found = handler === "silence" ? silence : messages[handler]
  if (!found) throw new RangeError(`The program has no handler ${handler}.`)
  dropFrames(state, 3)
  state.gosubs.length = 0
  state.depth = 0
  state.base = 0
  state.current = 0
  armErrors(state, 0)
  state.status = "ready"
  jumpTo(state, found.target)
}

/** Goes to a label of the procedure at hand: nothing stays on the operand stack. */
function jumpTo(state: VmState, target: number): void {
  state.sp = state.base + (state.program.localCounts[state.current] as number)
  state.pc = target
}
