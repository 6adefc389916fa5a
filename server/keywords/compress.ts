import { fromJson } from "#basic"
import { compressFiles } from "#basic/keywords/compress.ts"
import { readPath } from "./files/operands.ts"
import { packFiles } from "./files/pack-files.ts"
import { handlerFor } from "./handler.ts"

export const compressFilesHandler = handlerFor(compressFiles, async ({ files, path }, step) =>
  fromJson(await packFiles(step, files ?? null, readPath(path, "COMPRESS"))),
)
