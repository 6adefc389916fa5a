import { fromJson } from "#basic"
import { attachFile } from "#basic/keywords/attachment.ts"
import { loadHeld } from "./files/content.ts"
import { describeFile } from "./files/describe-file.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const attachFileHandler = handlerFor(attachFile, async ({ file }, step) =>
  fromJson(describeFile(step, await loadHeld(step, readPath(file, "ATTACHMENT")))),
)
