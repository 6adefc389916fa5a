import { fromJson, isDrawing } from "#basic"
import { attachFile } from "#basic/keywords/attachment.ts"
import { loadHeld } from "./files/content.ts"
import { describeFile } from "./files/describe-file.ts"
import { keepDrawing } from "./files/keep-drawing.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const attachFileHandler = handlerFor(attachFile, async ({ file }, step) => {
  const held = isDrawing(file)
    ? await keepDrawing(step, file)
    : await loadHeld(step, readPath(file, "ATTACHMENT"))
  return fromJson(describeFile(step, held))
})
