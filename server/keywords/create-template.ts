import { fromJson, listPlaceholders } from "#basic"
import { createTemplate } from "#basic/keywords/create-template.ts"
import { limits } from "#catalog/limits.ts"
import { saveTemplate } from "#server/records/templates/change-templates.ts"
import { handlerFor } from "./handler.ts"

export const createTemplateHandler = handlerFor(
  createTemplate,
  async ({ name = "", channel = "", subject = "", body = "" }, step) => {
    const template = {
      ...{ name: name.slice(0, limits.nameChars), channel: channel.trim().toLowerCase() },
      ...{
        subject: subject.slice(0, limits.mailSubjectChars),
        body: body.slice(0, limits.mailBodyChars),
      },
    }
    await step.record(async (tx, place) => {
      await saveTemplate(tx, place, template)
      return null
    })
    const variables = listPlaceholders(`${subject}\n${body}`)
    return fromJson({ success: true, name: template.name, channel: template.channel, variables })
  },
)
