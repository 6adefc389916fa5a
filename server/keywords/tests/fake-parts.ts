import type { MailMessage } from "#server/infra/mail/port.ts"
import type { StepParts } from "../step-parts.ts"

/** Ports that keep in memory what they were given. */
export function makeFakeParts() {
  const mails: MailMessage[] = []
  const parts: StepParts = {
    seal: { close: (plain) => `sealed:${plain}`, open: (sealed) => sealed.replace(/^sealed:/, "") },
    mail: {
      way: "outbox",
      send: async (message) => {
        mails.push(message)
        return { messageId: `<${message.key}@example.org>` }
      },
    },
  }
  return { ...parts, mails }
}
