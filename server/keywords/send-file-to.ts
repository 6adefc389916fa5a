import { toText } from "#basic"
import { sendFileTo } from "#basic/keywords/send-file-to.ts"
import { sendFile } from "./files/send.ts"
import { handlerFor } from "./handler.ts"
import { serviceNotSetUp } from "./not-set-up.ts"

const own: ReadonlySet<string> = new Set(["", "me", "user", "self"])

/** To the person of this conversation; another channel needs its service. */
export const sendFileToHandler = handlerFor(
  sendFileTo,
  async ({ recipient = null, file, caption }, step) => {
    const to = toText(recipient).trim().toLowerCase()
    const isOwn = own.has(to) || to === step.conversationId || to === step.contactId
    if (!isOwn) throw serviceNotSetUp("SEND FILE TO", settingFor(to))
    await sendFile(step, { keyword: "SEND FILE TO", file, caption })
  },
)

/** "whatsapp:+55..." needs WhatsApp, a bare number too, an address with @ needs mail. */
function settingFor(to: string): string {
  const channel = /^([a-z]+):/.exec(to)?.[1] ?? (to.includes("@") ? "email" : "whatsapp")
  return channel === "email" ? "email-server" : `${channel}-api-key`
}
