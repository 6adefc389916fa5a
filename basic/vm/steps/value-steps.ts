import type { OpName } from "../../ir/opcodes.ts"
import { isNothing, isTruthy } from "../truth.ts"
import type { Value } from "../value.ts"
import type { Translate } from "./step.ts"

/** Constants and variables. */
export const valueSteps = {
  PUSH_CONST: (w) => w.pushConstant(w.program.constants[w.operand(0)] as Value),
  PUSH_INT: (w) => w.pushConstant(w.operand(0)),
  PUSH_NULL: (w) => w.pushConstant(null),
  PUSH_TRUE: (w) => w.pushConstant(true),
  PUSH_FALSE: (w) => w.pushConstant(false),
  LOAD_GLOBAL: (w) => w.pushGlobal(w.operand(0)),
  LOAD_LOCAL: (w) => {
    const slot = w.operand(0)
    w.push((state) => state.stack[state.base + slot] as Value, [])
  },
  STORE_GLOBAL: (w) => {
    const slot = w.operand(0)
    const { read } = w.pop()
    const { next } = w
    w.finish((state) => {
      const value = read(state)
      state.globals[slot] = value
      return next
    })
  },
  STORE_LOCAL: (w) => {
    const slot = w.operand(0)
    const { read } = w.pop()
    const { next } = w
    w.finish((state) => {
      const value = read(state)
      state.stack[state.base + slot] = value
      return next
    })
  },
  POP: (w) => {
    const { read } = w.pop()
    const { next } = w
    w.finish((state) => {
      read(state)
      return next
    })
  },
  IS_NULL: (w) => {
    const term = w.pop()
    const { read } = term
    w.push((state) => isNothing(read(state)), [term])
  },
  NOT: (w) => {
    const term = w.pop()
    const { read } = term
    w.push((state) => !isTruthy(read(state)), [term])
  },
} satisfies Partial<Record<OpName, Translate>>
