import type { mailCommands } from "#basic/keywords/families/mail.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const mailHandlers = {} satisfies HandlersOf<typeof mailCommands>
