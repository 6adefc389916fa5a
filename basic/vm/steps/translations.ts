import { type OpName, opcodes } from "../../ir/opcodes.ts"
import { arithmeticSteps } from "./arithmetic-steps.ts"
import { callSteps } from "./call-steps.ts"
import { compareSteps } from "./compare-steps.ts"
import { jumpSteps } from "./jump-steps.ts"
import { loopSteps } from "./loop-steps.ts"
import { memberSteps } from "./member-steps.ts"
import { outsideSteps } from "./outside-steps.ts"
import type { Translate } from "./step.ts"
import { valueSteps } from "./value-steps.ts"

const translations: Readonly<Record<OpName, Translate>> = {
  ...valueSteps,
  ...arithmeticSteps,
  ...compareSteps,
  ...jumpSteps,
  ...loopSteps,
  ...memberSteps,
  ...callSteps,
  ...outsideSteps,
}

/** How each instruction becomes part of a step, by its number. */
export const translationList: readonly Translate[] = opcodes.map(({ name }) => translations[name])
