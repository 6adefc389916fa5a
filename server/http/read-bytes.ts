import type { IncomingMessage } from "node:http"
import { AppError } from "#server/errors/app-error.ts"

/**
 * Reads the body of a request to its end, and breaks off as soon as it is larger than allowed, whether
 * or not its length was announced.
 *
 * Throws: AppError "request.too_large", "request.malformed" when the client broke off.
 */
export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const announced = Number(request.headers["content-length"] ?? 0)
  if (announced > limitBytes) throw new AppError("request.too_large", { limitBytes })
  const parts: Buffer[] = []
  let size = 0
  try {
    // What is not read stays for `readToTheEnd`; ending the stream here would end the connection.
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      const bytes: Buffer = part
      size += bytes.byteLength
      if (size > limitBytes) throw new AppError("request.too_large", { limitBytes })
      parts.push(bytes)
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError("request.malformed", { expected: "complete" }, { cause })
  }
  return Buffer.concat(parts)
}
