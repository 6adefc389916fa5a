import { fromJson } from "#basic"
import { readUserDrive } from "#basic/keywords/read-user-drive.ts"
import { userDrive } from "#server/records/files/drives.ts"
import { loadHeld } from "./files/content.ts"
import { readPath } from "./files/operands.ts"
import { readValue } from "./files/read-value.ts"
import { handlerFor } from "./handler.ts"

export const readUserDriveHandler = handlerFor(readUserDrive, async ({ path, shape }, step) => {
  const file = await loadHeld(step, readPath(path, "READ USER DRIVE"), userDrive)
  return fromJson(await readValue(step, file, shape))
})
