import { deleteUrl } from "#basic/keywords/delete.ts"
import { deletePath } from "./files/delete-path.ts"
import { isDrivePath, readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"
import { sendRequest } from "./http/send.ts"

/** What is deleted stays deleted, so a lost outcome is sent again. A path is a file of the drive. */
export const deleteHandler = handlerFor(deleteUrl, ({ url = "" }, step) =>
  isDrivePath(url)
    ? deletePath(step, readPath(url, "DELETE"))
    : sendRequest({ method: "DELETE", url, unknown: "same key" }, step),
)
