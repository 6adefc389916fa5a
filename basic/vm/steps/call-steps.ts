import type { ScriptInfo } from "../../ir/bundle.ts"
import type { OpName } from "../../ir/opcodes.ts"
import type { FunctionKeyword } from "../../keywords/define.ts"
import { callMethod, chargeText } from "../call.ts"
import { LimitReached } from "../errors.ts"
import { dropFrames } from "../raise.ts"
import { reserveStack, type VmState } from "../state.ts"
import type { Value } from "../value.ts"
import { pushFromMany } from "./many-operands.ts"
import { meterOf, type StepWriter, stopsAtEnd, type Translate } from "./step.ts"

/** The arguments become the first slots of the procedure, where the operands would have lain. */
function call(w: StepWriter) {
  const callee = w.operand(0)
  const count = w.operand(1)
  const [first] = count === 1 ? [w.pop().read] : []
  const offset = w.offsetOf(first ? 0 : count)
  const { next } = w
  const { script } = w.program.bundle.functions[callee] ?? {}
  const enter =
    script === undefined ? enterProcedure(w, callee, count) : enterScript(w, callee, script)
  if (first === undefined) return w.finish((state) => enter(state, state.base + offset, next))
  w.finish((state) => {
    const base = state.base + offset
    const argument = first(state)
    state.stack[base] = argument
    return enter(state, base, next)
  })
}

function enterProcedure({ program }: StepWriter, callee: number, count: number) {
  const entry = program.entries[callee] as number
  const frameSize = program.frameSizes[callee] as number
  const localCount = program.localCounts[callee] as number
  return (state: VmState, base: number, next: number): number => {
    const { frames, stack, depth } = state
    const { callDepth } = meterOf(state).limits
    if (depth + state.gosubs.length * 3 >= callDepth * 3)
      throw new LimitReached("basic.call_depth", callDepth)
    frames[depth] = next
    frames[depth + 1] = state.base
    frames[depth + 2] = state.current
    state.depth = depth + 3
    state.base = base
    state.current = callee
    if (base + frameSize > stack.length) reserveStack(state, base + frameSize)
    for (let slot = count; slot < localCount; slot++) stack[base + slot] = null
    return entry
  }
}

/** The variables of the script are put aside, and those for its arguments set. */
function enterScript(w: StepWriter, callee: number, { first, count, params }: ScriptInfo) {
  const enter = enterProcedure(w, callee, params.length)
  return (state: VmState, base: number, next: number): number => {
    const { globals, stack } = state
    const meter = meterOf(state)
    const args = params.map((_, index) => stack[base + index] as Value)
    const entry = enter(state, base, next)
    meter.spend(count)
    meter.needCells(count)
    const values = globals.slice(first, first + count)
    state.savedScripts.push({ depth: state.depth, first, values })
    globals.fill(null, first, first + count)
    for (const { slot, value } of state.ambient)
      if (slot >= first && slot < first + count) globals[slot] = value
    for (const [index, slot] of params.entries()) globals[slot] = args[index] as Value
    return entry
  }
}

/** EXIT and END leave the script that was called last, whatever procedure they stand in; without one, all of it. */
function stopScript(state: VmState): number {
  const called = state.savedScripts.at(-1)
  if (called === undefined) {
    state.result = null
    return stopsAtEnd
  }
  const { depth } = called
  if (state.depth > depth) {
    dropFrames(state, depth + 3)
    state.base = state.frames[depth + 1] as number
    state.current = state.frames[depth + 2] as number
    state.depth = depth
  }
  return leaveProcedure(state, null)
}

/** Goes back to the caller with a value; in the main flow the script ends with it. */
function leaveProcedure(state: VmState, value: Value): number {
  if (state.depth === 0) {
    state.result = value
    return stopsAtEnd
  }
  const depth = state.depth - 3
  const { frames } = state
  if (state.gosubs.length + state.errorHandlers.length + state.savedScripts.length > 0)
    dropFrames(state, depth + 3)
  state.depth = depth
  state.stack[state.base] = value
  state.base = frames[depth + 1] as number
  state.current = frames[depth + 2] as number
  return frames[depth] as number
}

function callBuiltin(evaluate: FunctionKeyword["evaluate"]) {
  return (state: VmState, values: Value[]): Value => {
    const meter = meterOf(state)
    const result = evaluate(values, meter)
    if (typeof result === "string") chargeText(meter, result)
    return result
  }
}

/** Procedures, built-in functions and the ends of both. */
export const callSteps = {
  CALL: call,
  CALL_BUILTIN: (w) => {
    const evaluate = w.program.evaluators[w.operand(0)] as FunctionKeyword["evaluate"]
    pushFromMany(w, w.operand(1), callBuiltin(evaluate))
  },
  CALL_METHOD: (w) => {
    const name = w.operand(0)
    const isOptional = w.operand(2) === 1
    pushFromMany(w, w.operand(1) + 1, (state, values) =>
      callMethod(state, meterOf(state), name, values, isOptional),
    )
  },
  RETURN_VALUE: (w) => {
    const { read } = w.pop()
    w.finish((state) => leaveProcedure(state, read(state)))
  },
  RETURN_NULL: (w) => w.finish((state) => leaveProcedure(state, null)),
  RETURN: (w) =>
    w.finish((state) => {
      const last = state.gosubs.at(-1)
      if (last === undefined || last.depth !== state.depth) return leaveProcedure(state, null)
      state.gosubs.pop()
      return last.at
    }),
  STOP: (w) => w.finish(stopScript),
} satisfies Partial<Record<OpName, Translate>>
