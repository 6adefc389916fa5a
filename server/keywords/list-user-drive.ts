import { fromJson } from "#basic"
import { listUserDrive } from "#basic/keywords/list-user-drive.ts"
import { userDrive } from "#server/records/files/drives.ts"
import { listFolder } from "./files/list-folder.ts"
import { readFolder } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const listUserDriveHandler = handlerFor(listUserDrive, async ({ folder }, step) => {
  const place = readFolder(folder, "LIST USER DRIVE")
  return fromJson(await listFolder(step, place, { drive: userDrive }))
})
