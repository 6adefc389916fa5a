import type { mediaCommands } from "#basic/keywords/families/media.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const mediaHandlers = {} satisfies HandlersOf<typeof mediaCommands>
