import { fromJson } from "#basic"
import { saveUserDrive } from "#basic/keywords/save-user-drive.ts"
import { userDrive } from "#server/records/files/drives.ts"
import { readPath } from "./files/operands.ts"
import { describeWritten, writeValue } from "./files/write-value.ts"
import { handlerFor } from "./handler.ts"

export const saveUserDriveHandler = handlerFor(
  saveUserDrive,
  async ({ path, content = null }, step) => {
    const target = readPath(path, "SAVE USER DRIVE")
    const kept = await writeValue(step, { path: target, content, drive: userDrive })
    return fromJson(describeWritten(kept))
  },
)
