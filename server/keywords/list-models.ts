import { fromJson } from "#basic"
import { listModels } from "#basic/keywords/list-models.ts"
import { handlerFor } from "./handler.ts"

/** The bot's own model first, then those of the setting `llm-models`, between semicolons. */
export const listModelsHandler = handlerFor(listModels, async (_args, step) => {
  const own = (await step.setting("llm-model"))?.trim() ?? ""
  const others = ((await step.setting("llm-models")) ?? "").split(";").map((name) => name.trim())
  return fromJson([...new Set([own, ...others])].filter((name) => name !== ""))
})
