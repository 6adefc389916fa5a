import type { eventCommands } from "#basic/keywords/families/event.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const eventHandlers = {} satisfies HandlersOf<typeof eventCommands>
