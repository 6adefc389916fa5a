import { inviteByMail } from "#basic/keywords/send-invites.ts"
import { handlerFor } from "./handler.ts"
import { sendInvites } from "./tasks/send-invites.ts"

export const inviteByMailHandler = handlerFor(inviteByMail, ({ event, people }, step) =>
  sendInvites(event, people, step),
)
