import { fromJson } from "#basic"
import { createFile } from "#basic/keywords/create-file.ts"
import { readPath } from "./files/operands.ts"
import { describeWritten, writeValue } from "./files/write-value.ts"
import { handlerFor } from "./handler.ts"

export const createFileHandler = handlerFor(createFile, async ({ path, content = "" }, step) =>
  fromJson(
    describeWritten(await writeValue(step, { path: readPath(path, "CREATE FILE"), content })),
  ),
)
