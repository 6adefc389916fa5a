import { fromJson } from "#basic"
import { listFiles } from "#basic/keywords/list.ts"
import { listFolder } from "./files/list-folder.ts"
import { readFolder } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const listFilesHandler = handlerFor(listFiles, async ({ folder, pattern, depth }, step) => {
  const isRecursive = depth === "RECURSIVE"
  return fromJson(await listFolder(step, readFolder(folder, "LIST"), { pattern, isRecursive }))
})
