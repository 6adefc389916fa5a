import type { aiCommands } from "#basic/keywords/families/ai.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const aiHandlers = {} satisfies HandlersOf<typeof aiCommands>
