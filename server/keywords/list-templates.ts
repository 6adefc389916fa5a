import { fromJson } from "#basic"
import { showTemplates } from "#basic/keywords/list-templates.ts"
import { listTemplates } from "#server/records/templates/change-templates.ts"
import { handlerFor } from "./handler.ts"

export const showTemplatesHandler = handlerFor(showTemplates, async (_args, step) =>
  fromJson(
    await step.record(async (tx, place) =>
      (await listTemplates(tx, place)).map((template) => ({ ...template })),
    ),
  ),
)
