import type { botCommands } from "#basic/keywords/families/bot.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const botHandlers = {} satisfies HandlersOf<typeof botCommands>
