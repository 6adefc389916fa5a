import { fromJson } from "#basic"
import { copyFile } from "#basic/keywords/copy.ts"
import { copyPath } from "./files/copy-path.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const copyFileHandler = handlerFor(copyFile, async ({ source, destination }, step) =>
  fromJson(await copyPath(step, readPath(source, "COPY"), readPath(destination, "COPY"))),
)
