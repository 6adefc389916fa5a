import { hear } from "#basic/keywords/hear.ts"
import { type Handler, handlerFor } from "./handler.ts"

/** The question itself belongs to `basic/hear`, which gets the operands as they are. */
export const hearHandler: Handler = (operands, step) => {
  return handlerFor(hear, ({ prompt }) => {
    if (prompt !== undefined && prompt !== "") step.say(prompt)
    return step.hear(operands)
  })(operands, step)
}
