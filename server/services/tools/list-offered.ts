import type { ScriptTool } from "#server/records/tools/read-tools.ts"
import type { VisitorContext } from "../bots/prove-public.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { loadOfferedTools } from "./load.ts"
import { OfferedToolsInput } from "./schema.ts"

/** Lists what a bot offers other programs: the tools its published version declares. Throws: AppError "tool.key_refused". */
export const listOfferedTools = defineVerb({
  name: "tools.offered",
  permission: "tools.call",
  input: OfferedToolsInput,
  audit: null,
  run: async (context: VisitorContext, { key }): Promise<readonly ScriptTool[]> => {
    await spend(context.container, "webhookPerBot", context.bot.id)
    return (await loadOfferedTools(context, key)).tools
  },
})
