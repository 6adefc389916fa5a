import { fromJson, listPlaceholders } from "#basic"
import { getTemplate } from "#basic/keywords/get-template.ts"
import { findTemplate } from "#server/records/templates/change-templates.ts"
import { handlerFor } from "./handler.ts"

export const getTemplateHandler = handlerFor(getTemplate, async ({ name = "" }, step) =>
  fromJson(
    await step.record(async (tx, place) => {
      const found = await findTemplate(tx, place, name)
      if (found === null) return null
      return { ...found, variables: listPlaceholders(`${found.subject}\n${found.body}`) }
    }),
  ),
)
