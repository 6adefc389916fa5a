import { deleteUrl } from "#basic/keywords/delete.ts"
import { handlerFor } from "./handler.ts"
import { sendRequest } from "./http/send.ts"

/** What is deleted stays deleted, so a lost outcome is sent again. */
export const deleteHandler = handlerFor(deleteUrl, ({ url }, step) =>
  sendRequest({ method: "DELETE", url, unknown: "same key" }, step),
)
