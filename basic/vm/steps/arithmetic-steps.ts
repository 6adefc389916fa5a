import { toText } from "../../format/to-text.ts"
import { isPlain } from "../../functions/chars.ts"
import { type OpName, opcodeNumber } from "../../ir/opcodes.ts"
import { add, combine, concat, readNumber } from "../arithmetic.ts"
import { operate } from "../operate.ts"
import type { VmState } from "../state.ts"
import type { Value } from "../value.ts"
import { pushFromMany } from "./many-operands.ts"
import { meterOf, type Read, type StepWriter, type Term, type Translate } from "./step.ts"

/** Joining two texts shares them; this much of their length is charged all the same. */
const joinShift = 12

/** Units: UTF-16 code units of a piece that is looked through for characters of two units, at no charge. */
const longestPiece = 256

/** `a + b` for all but two numbers with a number as their sum. */
const addOthers = (state: VmState, a: Value, b: Value): Value => {
  const meter = meterOf(state)
  if (typeof a === "string" && typeof b === "string") {
    const length = a.length + b.length
    if (length <= meter.limits.textChars) {
      meter.fuel -= length >> joinShift
      const joined = a + b
      if (meter.plainText === a && b.length <= longestPiece && isPlain(b)) meter.plainText = joined
      return joined
    }
  }
  return add(meter, a, b)
}

/** `a + b`. Two whole numbers, a fraction among them, and all others: each has its own way, which the host keeps fast. */
export const addValues = (state: VmState, a: Value, b: Value): Value => {
  if (typeof a === "number" && typeof b === "number") {
    const r = a + b
    if (r - r === 0) return r
  }
  return addOthers(state, a, b)
}

const addTerms = (x: Term, y: Term): Read => {
  const readX = x.read
  const readY = y.read
  const { slot } = y
  const first = x.slot
  if (x.source === "global" && y.source === "global")
    return (state) => addValues(state, state.globals[first] as Value, state.globals[slot] as Value)
  if (y.source === "global")
    return (state) => {
      const a = readX(state)
      return addValues(state, a, state.globals[slot] as Value)
    }
  if (y.source === "constant") {
    const b = y.value
    return (state) => addValues(state, readX(state), b)
  }
  return (state) => {
    const a = readX(state)
    return addValues(state, a, readY(state))
  }
}

const subtractValues = (state: VmState, a: Value, b: Value): Value => {
  if (typeof a === "number" && typeof b === "number") {
    const r = a - b
    if (r - r === 0) return r
  }
  return combine(meterOf(state), "-", a, b)
}

const subtractTerms = (x: Term, y: Term): Read => {
  const readX = x.read
  const readY = y.read
  const { slot } = y
  const first = x.slot
  if (x.source === "global" && y.source === "global")
    return (state) =>
      subtractValues(state, state.globals[first] as Value, state.globals[slot] as Value)
  if (y.source === "constant") {
    const b = y.value
    return (state) => subtractValues(state, readX(state), b)
  }
  return (state) => {
    const a = readX(state)
    return subtractValues(state, a, readY(state))
  }
}

const multiplyTerms = (x: Term, y: Term): Read => {
  const readX = x.read
  const readY = y.read
  return (state) => {
    const a = readX(state)
    const b = readY(state)
    if (typeof a === "number" && typeof b === "number") {
      const r = a * b
      if (r - r === 0) return r
    }
    return combine(meterOf(state), "*", a, b)
  }
}

const divideTerms = (x: Term, y: Term): Read => {
  const readX = x.read
  const readY = y.read
  return (state) => {
    const a = readX(state)
    const b = readY(state)
    if (typeof a === "number" && typeof b === "number" && b !== 0) {
      const r = a / b
      if (r - r === 0) return r
    }
    return combine(meterOf(state), "/", a, b)
  }
}

const intDivideTerms = (x: Term, y: Term): Read => {
  const readX = x.read
  const readY = y.read
  return (state) => {
    const a = readX(state)
    const b = readY(state)
    if (typeof a === "number" && typeof b === "number" && b !== 0) {
      const r = Math.trunc(a / b) + 0
      if (r - r === 0) return r
    }
    return combine(meterOf(state), "\\", a, b)
  }
}

/** The remainder of whole numbers needs no call of the host's floating-point library. */
const remainder = (state: VmState, a: Value, b: Value): Value => {
  if (typeof a === "number" && typeof b === "number") {
    const whole = a | 0
    const by = b | 0
    if (whole === a && by === b && whole >= 0 && by > 0) return whole % by
    if (b !== 0) return (a % b) + 0
  }
  return combine(meterOf(state), "MOD", a, b)
}

const moduloTerms = (x: Term, y: Term): Read => {
  const readX = x.read
  const readY = y.read
  if (y.source === "constant") {
    const b = y.value
    return (state) => remainder(state, readX(state), b)
  }
  return (state) => {
    const a = readX(state)
    return remainder(state, a, readY(state))
  }
}

type Combine = (x: Term, y: Term) => Read

const binary =
  (make: Combine): Translate =>
  (w) => {
    const y = w.pop()
    const x = w.pop()
    w.push(make(x, y), [x, y])
  }

/** The right side is what `push` puts, without an instruction of its own. */
const withRight =
  (push: (w: StepWriter) => void, make: Combine): Translate =>
  (w) => {
    push(w)
    binary(make)(w)
  }

const pushInt = (w: StepWriter) => w.pushConstant(w.operand(0))

const operateTerms =
  (name: OpName): Combine =>
  (x, y) => {
    const readX = x.read
    const readY = y.read
    const opcode = opcodeNumber[name]
    return (state) => {
      const a = readX(state)
      return operate(meterOf(state), opcode, a, readY(state))
    }
  }

const unary =
  (make: (read: Read) => Read): Translate =>
  (w) => {
    const term = w.pop()
    w.push(make(term.read), [term])
  }

const negate = (read: Read): Read => {
  return (state) => {
    const a = read(state)
    return typeof a === "number" ? 0 - a : combine(meterOf(state), "-", 0, a)
  }
}

const toNumber = (read: Read): Read => {
  return (state) => readNumber(meterOf(state), read(state), "+")
}

/** Arithmetic and joining of texts. */
export const arithmeticSteps = {
  ADD: binary(addTerms),
  SUBTRACT: binary(subtractTerms),
  MULTIPLY: binary(multiplyTerms),
  DIVIDE: binary(divideTerms),
  INT_DIVIDE: binary(intDivideTerms),
  MODULO: binary(moduloTerms),
  POWER: binary(operateTerms("POWER")),
  NEGATE: unary(negate),
  TO_NUMBER: unary(toNumber),
  CONCAT: binary(operateTerms("CONCAT")),
  LIKE: binary(operateTerms("LIKE")),
  CONTAINS: binary(operateTerms("CONTAINS")),
  IN: binary(operateTerms("IN")),
  STARTS_WITH: binary(operateTerms("STARTS_WITH")),
  ENDS_WITH: binary(operateTerms("ENDS_WITH")),
  ADD_INT: withRight(pushInt, addTerms),
  SUBTRACT_INT: withRight(pushInt, subtractTerms),
  MULTIPLY_INT: withRight(pushInt, multiplyTerms),
  MODULO_INT: withRight(pushInt, moduloTerms),
  ADD_GLOBAL: withRight((w) => w.pushGlobal(w.operand(0)), addTerms),
  ADD_LOCAL: (w) => {
    const slot = w.operand(0)
    w.push((state) => state.stack[state.base + slot] as Value, [])
    binary(addTerms)(w)
  },
  ADD_TO_GLOBAL: (w) => {
    const slot = w.operand(0)
    const { read } = w.pop()
    const { next } = w
    w.finish((state) => {
      const b = read(state)
      const { globals } = state
      globals[slot] = addValues(state, globals[slot] as Value, b)
      return next
    })
  },
  ADD_TO_LOCAL: (w) => {
    const slot = w.operand(0)
    const { read } = w.pop()
    const { next } = w
    w.finish((state) => {
      const b = read(state)
      const { stack } = state
      const at = state.base + slot
      stack[at] = addValues(state, stack[at] as Value, b)
      return next
    })
  },
  ADD_INT_TO_GLOBAL: (w) => {
    const slot = w.operand(0)
    const n = w.operand(1)
    const { next } = w
    w.finish((state) => {
      const { globals } = state
      globals[slot] = addValues(state, globals[slot] as Value, n)
      return next
    })
  },
  ADD_INT_TO_LOCAL: (w) => {
    const slot = w.operand(0)
    const n = w.operand(1)
    const { next } = w
    w.finish((state) => {
      const { stack } = state
      const at = state.base + slot
      stack[at] = addValues(state, stack[at] as Value, n)
      return next
    })
  },
  JOIN_TEXTS: (w) =>
    pushFromMany(w, w.operand(0), (state, values) => {
      const meter = meterOf(state)
      const [first = null, ...rest] = values
      return rest.reduce<string>((text, value) => concat(meter, text, value), toText(first, meter))
    }),
} satisfies Partial<Record<OpName, Translate>>
