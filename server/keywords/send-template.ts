import { toText } from "#basic"
import { sendFilledTemplate } from "#basic/keywords/send-template.ts"
import { handlerFor } from "./handler.ts"
import { isChannelList, sendTemplate } from "./mail/send-template.ts"

export const sendFilledTemplateHandler = handlerFor(
  sendFilledTemplate,
  ({ name = "", channels, recipient, variables }, step) => {
    if (channels !== undefined)
      return sendTemplate(
        { name, channels, recipient: recipient ?? null, variables: variables ?? null },
        step,
      )
    // Three operands: `name, channels, recipient` where the second is a list of channels, else `recipient, name, variables`.
    if (isChannelList(name))
      return sendTemplate(
        {
          name: toText(recipient ?? null),
          channels: name,
          recipient: variables ?? null,
          variables: null,
        },
        step,
      )
    return sendTemplate(
      { name, channels: "", recipient: recipient ?? null, variables: variables ?? null },
      step,
    )
  },
)
