import { fromJson } from "#basic"
import { extractFiles } from "#basic/keywords/extract.ts"
import { readFolder, readPath } from "./files/operands.ts"
import { unpackFiles } from "./files/unpack-files.ts"
import { handlerFor } from "./handler.ts"

export const extractFilesHandler = handlerFor(extractFiles, async ({ path, folder }, step) =>
  fromJson(await unpackFiles(step, readPath(path, "EXTRACT"), readFolder(folder, "EXTRACT"))),
)
