import type { fileCommands } from "#basic/keywords/families/file.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const fileHandlers = {} satisfies HandlersOf<typeof fileCommands>
