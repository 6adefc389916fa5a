import { deleteFile } from "#basic/keywords/delete-file.ts"
import { deletePath } from "./files/delete-path.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const deleteFileHandler = handlerFor(deleteFile, async ({ path }, step) => {
  return await deletePath(step, readPath(path, "DELETE FILE"))
})
