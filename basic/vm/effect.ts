import { locate } from "./locate.ts"
import type { Effect, OperandValue, Outcome } from "./outcome.ts"
import type { VmState } from "./state.ts"
import { ListValue, type Value } from "./value.ts"

/** Takes the operands of the instruction at `pc` from the stack and hands the effect over. */
export function yieldEffect(state: VmState): Outcome {
  const { program, stack, pc } = state
  const shape = program.effects[program.code[pc + 1] as number]
  if (!shape) throw new Error(`There is no effect at ${pc}.`)
  const first = state.sp - shape.operands.length
  const operands: Record<string, OperandValue> = {}
  shape.operands.forEach((name, index) => {
    const value = stack[first + index] as Value
    operands[name] = shape.lists.includes(name) && value instanceof ListValue ? value.items : value
  })
  state.sp = first
  state.status = "waiting"
  const { line, step } = locate(program, pc)
  const effect: Effect = { keyword: shape.keyword, operands, step, line }
  return { kind: "effect", effect }
}

/** Ends the script with a value. What was open is closed; the variables stay to be looked at. */
export function finish(state: VmState, value: Value): Outcome {
  const { program } = state
  state.pc = program.entries[0] ?? 0
  state.sp = program.localCounts[0] ?? 0
  state.base = 0
  state.depth = 0
  state.current = 0
  state.gosubs.length = 0
  state.errorHandlers.length = 0
  state.stack.fill(null)
  state.status = "done"
  state.result = value
  return { kind: "done", value }
}
