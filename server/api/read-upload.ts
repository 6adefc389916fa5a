import type { Context } from "hono"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { HonoEnv } from "#server/http/hono-context.ts"
import { readBytes } from "#server/http/read-bytes.ts"

/** What the parts around a file may take. */
const wrappingBytes = 16 * 1024

export interface Upload {
  /** As the sender called it: words for people, never a path. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The other fields, by name. */
  readonly fields: ReadonlyMap<string, string>
}

/**
 * Reads one file from a multipart body, under the field `file`. Only this parser makes files: nothing that
 * a JSON or form body says can pose as one.
 *
 * Throws: AppError "file.too_large", "request.type_refused", "request.malformed".
 */
export async function readUpload<E extends HonoEnv>(c: Context<E>): Promise<Upload> {
  const type = c.req.header("content-type") ?? ""
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new AppError("request.type_refused", { type: type.slice(0, 80) || "no type" })
  const body = await readAll(c)
  const form = await parse(body, type)
  const file = form.get("file")
  if (!(file instanceof File))
    throw new AppError("request.malformed", { expected: "a form with a file in its field file" })
  if (file.size > limits.fileBytes)
    throw new AppError("file.too_large", { limitBytes: limits.fileBytes })
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  )
  return { name: file.name, bytes: await file.bytes(), fields: new Map(fields) }
}

async function readAll<E extends HonoEnv>(c: Context<E>): Promise<Buffer> {
  try {
    return await readBytes(c.env.incoming, limits.fileBytes + wrappingBytes)
  } catch (error) {
    if (error instanceof AppError && error.code === "request.too_large")
      throw new AppError("file.too_large", { limitBytes: limits.fileBytes })
    throw error
  }
}

async function parse(body: Buffer, type: string): Promise<FormData> {
  try {
    const headers = { "content-type": type }
    return await new Response(new Uint8Array(body), { headers }).formData()
  } catch (cause) {
    throw new AppError("request.malformed", { expected: "a complete form" }, { cause })
  }
}
