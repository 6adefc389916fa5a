import { notifyAgent } from "#basic/keywords/notify-agent.ts"
import { handlerFor } from "./handler.ts"
import { notifyStaff } from "./people/notify-staff.ts"

export const notifyAgentHandler = handlerFor(notifyAgent, ({ who, text }, step) =>
  notifyStaff(who, text, step),
)
