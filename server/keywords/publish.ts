import { publish } from "#basic/keywords/publish.ts"
import { handlerFor } from "./handler.ts"

/** A mark of old scripts; there is nothing to do. */
export const publishHandler = handlerFor(publish, () => undefined)
