import type { scriptCommands } from "#basic/keywords/families/script.ts"
import { callHandler } from "../call.ts"
import type { HandlersOf } from "../handler.ts"

/** What the server does for this family of commands. */
export const scriptHandlers = { CALL: callHandler } satisfies HandlersOf<typeof scriptCommands>
