import { broadcastMessage } from "#basic/keywords/broadcast.ts"
import { ListValue } from "#basic/vm/value.ts"
import { handlerFor } from "./handler.ts"
import { broadcast } from "./mail/broadcast.ts"

/** Without recipients it is meant for helper bots; they hear what this conversation says anyway. */
export const broadcastMessageHandler = handlerFor(
  broadcastMessage,
  ({ text = "", recipients }, step) => broadcast(text, recipients ?? new ListValue(), step),
)
