import type { Handler } from "./handler.ts"

/** `basic/hear` reads the operands: what may be answered, the question, the time. */
export const hearHandler: Handler = (operands, step) => step.hear(operands)
