import { fromJson, toJson } from "#basic"
import { runTool } from "#basic/keywords/run-tool.ts"
import type { Value } from "#basic/vm/value.ts"
import { checkArguments } from "#server/records/tools/check-arguments.ts"
import { listTools } from "./answer/tools/list-tools.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

/**
 * Calls one tool with arguments that fit its schema, once, under its own name in the journal.
 *
 * Throws: `EffectFailed` "tool.not_found", "tool.arguments_refused", and what the tool throws.
 */
export const runToolHandler = handlerFor(
  runTool,
  async ({ name = "", arguments: args = null }, step): Promise<Value> => {
    const wanted = name.trim()
    const [tool, ...more] = wanted === "*" ? [] : await listTools([wanted], step)
    if (tool === undefined || more.length > 0)
      throw new EffectFailed(
        "tool.not_found",
        more.length > 0
          ? `${wanted} has several tools; name one, as in ${tool?.name ?? wanted}.`
          : `This bot has no tool ${wanted}.`,
      )
    const checked = checkArguments(tool.schema, args === null ? {} : toJson(args))
    if (!checked.ok)
      throw new EffectFailed(
        "tool.arguments_refused",
        `${wanted} was not called. ${checked.problem}`,
      )
    return fromJson(await tool.perform(checked.value, step))
  },
)
