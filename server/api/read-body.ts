import type { Context } from "hono"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { readBytes } from "#server/http/read-bytes.ts"
import type { ApiEnv } from "./gates.ts"

/**
 * Reads the JSON body of a request; no body at all reads as an empty object.
 *
 * Throws: AppError "request.too_large", "request.type_refused" for a body that is not said to be JSON, "request.malformed"
 * for one that is none.
 */
export async function readJsonBody(
  c: Context<ApiEnv>,
  limitBytes: number = limits.messageBodyBytes,
): Promise<unknown> {
  const text = (await readBytes(c.env.incoming, limitBytes)).toString("utf8")
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
