import { fillTemplate, nameOf, pathOfValue, toJson, toText } from "#basic"
import type { Json, Value } from "#basic/vm/value.ts"
import type { Step } from "../step.ts"
import { type HeldFile, runDocument, storeFile } from "./content.ts"
import { describeFile } from "./describe-file.ts"
import { readText } from "./read-value.ts"
import { findTemplateFile } from "./template-file.ts"

interface PdfRequest {
  readonly template: Value
  readonly values: Json
  readonly path: string
}

/** Makes a PDF of a text, or of the text of a template file, with its names filled in. */
export async function makePdfFile(
  step: Step,
  { template, values, path }: PdfRequest,
): Promise<Json> {
  const file = await findTemplateFile(step, pathOfValue(toJson(template)), "GENERATE PDF")
  const make = async () => {
    const source = file === null ? toText(template) : await readText(step, file)
    const title = nameOf(path).replace(/\.pdf$/i, "")
    return await runDocument(step, "make-pdf", { text: fillTemplate(source, values), title })
  }
  return describePdf(step, await storeFile(step, { path, make }))
}

/** What GENERATE PDF and MERGE PDF give: scripts read `url` and `localName`. */
export function describePdf(step: Step, file: HeldFile): { [key: string]: Json } {
  return { ...describeFile(step, file), localName: file.path }
}
