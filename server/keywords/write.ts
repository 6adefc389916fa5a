import { fromJson } from "#basic"
import { writeFile } from "#basic/keywords/write.ts"
import { readPath } from "./files/operands.ts"
import { describeWritten, writeValue } from "./files/write-value.ts"
import { handlerFor } from "./handler.ts"

export const writeFileHandler = handlerFor(
  writeFile,
  async ({ content = null, path, mode, shape }, step) => {
    const isAppended = mode === "APPEND"
    const written = { path: readPath(path, "WRITE"), content, shape, isAppended }
    return fromJson(describeWritten(await writeValue(step, written)))
  },
)
