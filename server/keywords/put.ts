import { putUrl } from "#basic/keywords/put.ts"
import { handlerFor } from "./handler.ts"
import { sendRequest } from "./http/send.ts"

/** Putting the same again changes nothing, so a lost outcome is sent again. */
export const putHandler = handlerFor(putUrl, ({ url, body }, step) =>
  sendRequest({ method: "PUT", url, body, unknown: "same key" }, step),
)
