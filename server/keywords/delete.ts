import { deleteUrl } from "#basic/keywords/delete.ts"
import { deletePath } from "./files/delete-path.ts"
import { isDrivePath, readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"
import { sendRequest } from "./http/send.ts"
import { performTableCommand } from "./tables/table-handler.ts"

/** A table with a filter means rows, a path a file of the drive; what is deleted elsewhere stays deleted, so a lost outcome is sent again. */
export const deleteHandler = handlerFor(deleteUrl, ({ url = "", table, filter }, step) => {
  if (filter !== undefined)
    return performTableCommand("DELETE", { table: table ?? null, filter }, step)
  return isDrivePath(url)
    ? deletePath(step, readPath(url, "DELETE"))
    : sendRequest({ method: "DELETE", url, unknown: "same key" }, step)
})
