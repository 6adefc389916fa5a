import { fromJson, toJson } from "#basic"
import { generatePdf } from "#basic/keywords/generate-pdf.ts"
import { makePdfFile } from "./files/make-pdf-file.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const generatePdfHandler = handlerFor(
  generatePdf,
  async ({ template = null, data = null, path }, step) => {
    const out = readPath(path, "GENERATE PDF")
    return fromJson(await makePdfFile(step, { template, values: toJson(data), path: out }))
  },
)
