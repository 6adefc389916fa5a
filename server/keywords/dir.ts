import { fromJson } from "#basic"
import { listFolder as dir } from "#basic/keywords/dir.ts"
import { listFolder } from "./files/list-folder.ts"
import { readFolder } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const listFolderHandler = handlerFor(dir, async ({ folder }, step) =>
  fromJson(await listFolder(step, readFolder(folder, "DIR"))),
)
