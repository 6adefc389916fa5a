import { wait } from "#basic/keywords/wait.ts"
import { handlerFor } from "./handler.ts"

/** Nothing stays in memory while the time passes. */
export const waitHandler = handlerFor(wait, ({ seconds }, step) => step.wait(seconds ?? 0))
