import { isSameName } from "#basic/assistant/assistant.ts"
import type { Json } from "#basic/vm/value.ts"
import { checkArguments } from "#server/records/tools/check-arguments.ts"
import type { VisitorContext } from "../bots/prove-public.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { loadOfferedTools } from "./load.ts"
import { CallToolInput } from "./schema.ts"

export type ToolAnswer =
  | { readonly ok: true; readonly value: Json }
  /** Told to the model that called: it may try otherwise. */
  | { readonly ok: false; readonly problem: string }

/**
 * Runs a tool of a bot for another program, durably, as a run of its own; what it gives back is the answer.
 *
 * Throws: AppError "tool.key_refused", "request.too_many".
 */
export const callOfferedTool = defineVerb({
  name: "tools.call",
  permission: "tools.call",
  input: CallToolInput,
  audit: null,
  run: async (context: VisitorContext, input): Promise<ToolAnswer> => {
    const { container, bot, orgId } = context
    await spend(container, "webhookPerBot", bot.id)
    const { versionId, tools } = await loadOfferedTools(context, input.key)
    const tool = tools.find(({ name }) => isSameName(name, input.name))
    if (tool === undefined) return { ok: false, problem: "This bot has no such tool." }
    const checked = checkArguments(tool.schema, input.arguments)
    if (!checked.ok) return { ok: false, problem: checked.problem }
    const result = await container.engine.accept({
      ...{ orgId, botId: bot.id, kind: "webhook", conversationId: null, key: null },
      ...{ source: `tool:${bot.id}`, script: tool.script, versionId, isTool: true },
      ...(tool.entry !== null && { entry: tool.entry }),
      inputs: checked.value,
      depth: input.depth + 1,
      waitMs: container.env.turnWaitMs,
    })
    if (result.status === "running") return { ok: false, problem: "The tool is still at work." }
    if (result.reply === undefined)
      return { ok: false, problem: "The tool gave no answer: it broke off, or waits for somebody." }
    return { ok: true, value: result.reply.value }
  },
})
