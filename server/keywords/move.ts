import { fromJson } from "#basic"
import { moveFile } from "#basic/keywords/move.ts"
import { movePath } from "./files/move-path.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const moveFileHandler = handlerFor(moveFile, async ({ source, destination }, step) =>
  fromJson(await movePath(step, readPath(source, "MOVE"), readPath(destination, "MOVE"))),
)
