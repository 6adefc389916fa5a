import type { IncomingMessage } from "node:http"
import { AppError } from "#server/errors/app-error.ts"
import { readBytes } from "#server/http/read-bytes.ts"

/**
 * Reads a small form or JSON object; values that are not text are left out.
 *
 * Throws: AppError "request.too_large", "request.type_refused", "request.malformed".
 */
export async function readForm(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Record<string, string>> {
  const type = request.headers["content-type"]?.split(";")[0]?.trim() ?? ""
  const isForm = type === "application/x-www-form-urlencoded"
  if (!isForm && type !== "application/json")
    throw new AppError("request.type_refused", { type: type.slice(0, 80) })
  const text = (await readBytes(request, limitBytes)).toString("utf8")
  const entries = isForm ? [...new URLSearchParams(text)] : Object.entries(parseObject(text))
  const form: Record<string, string> = Object.create(null)
  for (const [name, value] of entries)
    if (typeof value === "string" && name !== "__proto__") form[name] = value
  return form
}

function parseObject(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed
  } catch {
    // Told below, like every other text that is no object.
  }
  throw new AppError("request.malformed", { expected: "a JSON object" })
}
