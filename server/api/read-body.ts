import type { Context } from "hono"
import { AppError } from "#server/errors/app-error.ts"

/**
 * Reads the JSON body of a request; no body at all reads as an empty object.
 *
 * Throws: AppError "request.type_refused" for a body that is not said to be JSON, "request.malformed"
 * for one that is none.
 */
export async function readJsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text === "") return {}
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "no type"
  if (!/^application\/([\w.-]+\+)?json$/.test(type))
    throw new AppError("request.type_refused", { type: type.slice(0, 80) })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError("request.malformed", { expected: "JSON" }, { cause })
  }
}
