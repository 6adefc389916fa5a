import { postUrl } from "#basic/keywords/post.ts"
import { handlerFor } from "./handler.ts"
import { sendRequest } from "./http/send.ts"

/** Sent again with the same key: once where the receiver honours keys, perhaps twice where it does not. */
export const postHandler = handlerFor(postUrl, ({ url, body, contentType }, step) =>
  sendRequest({ method: "POST", url, body, contentType, unknown: "same key" }, step),
)
