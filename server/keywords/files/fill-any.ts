import { fillTemplate, fillValue, nameOf, pathOfValue } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import type { Step } from "../step.ts"
import { type HeldFile, readContent, runDocument, storeFile } from "./content.ts"
import { readText } from "./read-value.ts"
import { findTemplateFile } from "./template-file.ts"
import { describeWritten } from "./write-value.ts"

const office = /^application\/vnd\.openxmlformats-officedocument\.(wordprocessingml|spreadsheetml)/

/**
 * Fills a template: a file, a text, or an object. Template and values may stand in either order, as
 * scripts write both; of two objects the first holds the values.
 *
 * Shape: the filled text, object or list; for a Word or Excel file, and wherever `out` is given, the new
 * file as { path, content, size }.
 */
export async function fillAny(
  step: Step,
  first: Json,
  second: Json,
  out: string | null,
): Promise<Json> {
  const [template, values] = order(first, second)
  const file = await findTemplateFile(step, pathOfValue(template), "FILL")
  if (file !== null) return await fillFile(step, file, values, out)
  const filled = Array.isArray(values)
    ? values.map((each) => fillValue(template, each))
    : fillValue(template, values)
  if (out === null) return filled
  const text = typeof filled === "string" ? filled : JSON.stringify(filled)
  const make = async () => new TextEncoder().encode(text)
  return { ...describeWritten(await storeFile(step, { path: out, make })), content: text }
}

function order(first: Json, second: Json): [template: Json, values: Json] {
  if (second === null) return [first, {}]
  if (typeof first === "string" || isFile(first)) return [first, second]
  return [second, first]
}

const isFile = (value: Json): boolean =>
  value !== null && typeof value === "object" && !Array.isArray(value) && "mime_type" in value

async function fillFile(
  step: Step,
  file: HeldFile,
  values: Json,
  out: string | null,
): Promise<Json> {
  const path = out ?? `filled/${nameOf(file.path)}`
  if (!office.test(file.mimeType)) {
    const text = String(
      await step.outside("same key", async () => fillTemplate(await readText(step, file), values)),
    )
    if (out === null) return text
    const written = await storeFile(step, {
      path,
      make: async () => new TextEncoder().encode(text),
    })
    return { ...describeWritten(written), content: text }
  }
  const { mimeType } = file
  const make = async () => {
    const bytes = await readContent(step, file)
    return await runDocument(step, "fill-document", { bytes, mimeType, values })
  }
  return { ...describeWritten(await storeFile(step, { path, make })), content: "" }
}
