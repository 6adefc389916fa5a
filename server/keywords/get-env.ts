import { getEnv } from "#basic/keywords/get-env.ts"
import { refusal } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

/** The environment holds the secrets of every tenant. */
export const getEnvHandler = handlerFor(getEnv, () => {
  throw refusal("env.refused", undefined)
})
