/** Scripts of the bot: the commands of this family, in the order of the manual. */
import { callScript } from "../call.ts"
import { includeScript } from "../include.ts"
import { runScript } from "../run.ts"

export const scriptCommands = [callScript, runScript, includeScript] as const
