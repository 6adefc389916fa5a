import { patchUrl } from "#basic/keywords/patch.ts"
import { handlerFor } from "./handler.ts"
import { sendRequest } from "./http/send.ts"

/** Sent again with the same key: once where the receiver honours keys, perhaps twice where it does not. */
export const patchHandler = handlerFor(patchUrl, ({ url, body }, step) =>
  sendRequest({ method: "PATCH", url, body, unknown: "same key" }, step),
)
