import type { tableCommands } from "#basic/keywords/families/tables.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const tableHandlers = {} satisfies HandlersOf<typeof tableCommands>
