import type { socialCommands } from "#basic/keywords/families/social.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const socialHandlers = {} satisfies HandlersOf<typeof socialCommands>
