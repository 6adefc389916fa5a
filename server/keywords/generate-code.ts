import { generateCode } from "#basic/keywords/generate-code.ts"
import { handlerFor } from "./handler.ts"

export const generateCodeHandler = handlerFor(generateCode, ({ length = 6 }, step) =>
  Array.from({ length: Math.floor(length) }, () => Math.floor(step.random() * 10)).join(""),
)
