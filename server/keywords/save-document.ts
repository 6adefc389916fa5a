import { extensionOf, fromJson } from "#basic"
import { saveDocument } from "#basic/keywords/save-document.ts"
import { makePdfFile } from "./files/make-pdf-file.ts"
import { readPath } from "./files/operands.ts"
import { describeWritten, writeValue } from "./files/write-value.ts"
import { handlerFor } from "./handler.ts"

export const saveDocumentHandler = handlerFor(
  saveDocument,
  async ({ path, content = "" }, step) => {
    const target = readPath(path, "SAVE DOCUMENT")
    if (extensionOf(target) === "pdf")
      return fromJson(await makePdfFile(step, { template: content, values: {}, path: target }))
    return fromJson(describeWritten(await writeValue(step, { path: target, content })))
  },
)
