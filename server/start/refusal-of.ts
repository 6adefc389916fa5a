import { DatabaseRefusal } from "#db/errors.ts"
import { StartRefusal } from "#server/errors/start-refusal.ts"

/** Finds the sentence a person at the terminal is told; what is no refusal is given back as it is. */
export function refusalOf(error: unknown): unknown {
  return error instanceof DatabaseRefusal
    ? new StartRefusal(error.message, { cause: error })
    : error
}
