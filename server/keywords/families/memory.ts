import type { memoryCommands } from "#basic/keywords/families/memory.ts"
import { getBotMemoryHandler } from "../get-bot-memory.ts"
import { getSessionHandler } from "../get-session.ts"
import { getUserMemoryHandler } from "../get-user-memory.ts"
import type { HandlersOf } from "../handler.ts"
import { recallHandler } from "../recall.ts"
import { rememberHandler } from "../remember.ts"
import { setBotMemoryHandler } from "../set-bot-memory.ts"
import { setSessionHandler } from "../set-session.ts"
import { setUserMemoryHandler } from "../set-user-memory.ts"

/** What the server does for this family of commands. */
export const memoryHandlers = {
  "SET BOT MEMORY": setBotMemoryHandler,
  "GET BOT MEMORY": getBotMemoryHandler,
  "SET USER MEMORY": setUserMemoryHandler,
  "GET USER MEMORY": getUserMemoryHandler,
  "SET SESSION": setSessionHandler,
  "GET SESSION": getSessionHandler,
  REMEMBER: rememberHandler,
  RECALL: recallHandler,
} satisfies HandlersOf<typeof memoryCommands>
