import { deleteUserDrive } from "#basic/keywords/delete-user-drive.ts"
import { userDrive } from "#server/records/files/drives.ts"
import { deletePath } from "./files/delete-path.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const deleteUserDriveHandler = handlerFor(deleteUserDrive, async ({ path }, step) => {
  return await deletePath(step, readPath(path, "DELETE USER DRIVE"), userDrive)
})
