/** What is remembered: the commands of this family, in the order of the manual. */
import { getBotMemory } from "../get-bot-memory.ts"
import { getSession } from "../get-session.ts"
import { getUserMemory } from "../get-user-memory.ts"
import { recall } from "../recall.ts"
import { remember } from "../remember.ts"
import { setBotMemory } from "../set-bot-memory.ts"
import { setSession } from "../set-session.ts"
import { setUserMemory } from "../set-user-memory.ts"

export const memoryCommands = [
  setBotMemory,
  getBotMemory,
  setUserMemory,
  getUserMemory,
  setSession,
  getSession,
  remember,
  recall,
] as const
