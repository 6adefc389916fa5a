import type { taskCommands } from "#basic/keywords/families/task.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const taskHandlers = {} satisfies HandlersOf<typeof taskCommands>
