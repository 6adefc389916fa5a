import { toText } from "../../format/to-text.ts"
import { type OpName, opcodeNumber } from "../../ir/opcodes.ts"
import { Raised } from "../errors.ts"
import { changeErrors, failureOf, readError, setErrorHandler } from "../raise.ts"
import { meterOf, type StepWriter, stopsForEffect, type Translate } from "./step.ts"

/** Stops at the instruction itself: the host finds it there and goes on behind it. */
function yieldHere(w: StepWriter) {
  const { at } = w
  const offset = w.offsetOf(0)
  w.finish((state) => {
    state.pc = at
    state.sp = state.base + offset
    return stopsForEffect
  })
}

const changeHandling =
  (name: "ON_ERROR_RESUME" | "ON_ERROR_OFF" | "CLEAR_ERROR"): Translate =>
  (w) => {
    const { next } = w
    w.finish((state) => {
      changeErrors(state, state.depth, opcodeNumber[name])
      return next
    })
  }

const errorState =
  (name: "ERROR_FLAG" | "ERROR_MESSAGE" | "ERROR_NUMBER"): Translate =>
  (w) =>
    w.push((state) => readError(state.error, opcodeNumber[name]), [])

/** Effects, ON ERROR and errors raised on purpose. */
export const outsideSteps = {
  EFFECT: yieldHere,
  HEAR: yieldHere,
  ON_ERROR_RESUME: changeHandling("ON_ERROR_RESUME"),
  ON_ERROR_OFF: changeHandling("ON_ERROR_OFF"),
  CLEAR_ERROR: changeHandling("CLEAR_ERROR"),
  ON_ERROR_GOTO: (w) => {
    const target = w.operand(0)
    const { next } = w
    w.finish((state) => {
      setErrorHandler(state, state.depth, target)
      return next
    })
  },
  ERROR_FLAG: errorState("ERROR_FLAG"),
  ERROR_MESSAGE: errorState("ERROR_MESSAGE"),
  ERROR_NUMBER: errorState("ERROR_NUMBER"),
  THROW: (w) => {
    const code = String(w.program.constants[w.operand(0)])
    const { read } = w.pop()
    w.finish((state) => {
      const said = toText(read(state), meterOf(state))
      throw new Raised(code, { message: said.trim() === "" ? "An error without words." : said })
    })
  },
  FAIL: (w) => {
    const code = w.program.constants[w.operand(0)]
    const name = w.program.constants[w.operand(1)]
    w.push(() => {
      throw failureOf(code, name)
    }, [])
  },
} satisfies Partial<Record<OpName, Translate>>
