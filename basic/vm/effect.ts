import { toText } from "../format/to-text.ts"
import { findCommand } from "../keywords/index.ts"
import { locate } from "./locate.ts"
import type { Effect, OperandValue, Outcome } from "./outcome.ts"
import type { VmState } from "./state.ts"
import { ListValue, MapValue, type Value } from "./value.ts"

/** Takes the operands of the instruction at `pc` from the stack and hands the effect over. */
export function yieldEffect(state: VmState): Outcome {
  const { program, stack, pc } = state
  const shape = program.effects[program.code[pc + 1] as number]
  if (!shape) throw new Error(`There is no effect at ${pc}.`)
  const first = state.sp - shape.operands.length
  const operands: Record<string, OperandValue> = {}
  shape.operands.forEach((name, index) => {
    const value = stack[first + index] as Value
    if (shape.lists.includes(name) && value instanceof ListValue) operands[name] = value.items
    else operands[name] = isText(shape.keyword, name) ? printObject(state, value) : value
  })
  state.sp = first
  state.status = "waiting"
  const { line, step } = locate(program, pc)
  const effect: Effect = { keyword: shape.keyword, operands, step, line }
  return { kind: "effect", effect }
}

/** TALK and PRINT take any value, but what they do with it is to print it. */
const isText = (keyword: string, operand: string): boolean =>
  operand === "text" || findCommand(keyword)?.params[operand]?.kind === "text"

/** Where the host needs text, lists and objects are printed here, where it is paid for and bounded. */
function printObject(state: VmState, value: Value): Value {
  if (!(value instanceof ListValue || value instanceof MapValue) || state.meter === null)
    return value
  const text = toText(value, state.meter)
  state.meter.needText(text.length)
  return text
}

/** Ends the script with a value. What was open is closed; the variables stay to be looked at. */
export function finish(state: VmState, value: Value): Outcome {
  const { program } = state
  state.pc = program.entries[state.root] ?? 0
  state.sp = program.localCounts[state.root] ?? 0
  state.base = 0
  state.depth = 0
  state.current = state.root
  state.gosubs.length = 0
  state.errorHandlers.length = 0
  state.stack.fill(null)
  state.status = "done"
  state.result = value
  return { kind: "done", value }
}
