import type { peopleCommands } from "#basic/keywords/families/people.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const peopleHandlers = {} satisfies HandlersOf<typeof peopleCommands>
