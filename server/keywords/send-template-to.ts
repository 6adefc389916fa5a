import { sendTemplateTo } from "#basic/keywords/send-template-to.ts"
import { handlerFor } from "./handler.ts"
import { sendTemplate } from "./mail/send-template.ts"

export const sendTemplateToHandler = handlerFor(
  sendTemplateTo,
  ({ recipient, name = "", variables }, step) =>
    sendTemplate(
      { name, channels: "", recipient: recipient ?? null, variables: variables ?? null },
      step,
    ),
)
