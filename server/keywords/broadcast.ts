import { broadcastMessage } from "#basic/keywords/broadcast.ts"
import { broadcastToBots } from "./delegation/broadcast-to-bots.ts"
import { handlerFor } from "./handler.ts"
import { broadcast } from "./mail/broadcast.ts"

/** TO BOTS names no recipients: the helper bots of the conversation are meant. */
export const broadcastMessageHandler = handlerFor(
  broadcastMessage,
  ({ text = "", recipients }, step) =>
    recipients === undefined ? broadcastToBots(text, step) : broadcast(text, recipients, step),
)
