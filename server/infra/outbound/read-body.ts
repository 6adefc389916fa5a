import type { Readable, Transform } from "node:stream"
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib"
import { AppError } from "#server/errors/app-error.ts"

/**
 * Reads a body part by part, unpacking it, and breaks off as soon as it is larger than allowed.
 *
 * Units: `maxBytes` counts the unpacked body, so a small packed one cannot grow without end.
 * Throws: AppError "outbound.too_large".
 */
export async function* readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
  host: string,
): AsyncGenerator<Uint8Array> {
  const unpack = unpackerFor(encoding)
  const stream = unpack === null ? body : body.pipe(unpack)
  if (unpack !== null) body.once("error", (error) => unpack.destroy(error))
  let size = 0
  try {
    for await (const part of stream) {
      const bytes: Uint8Array = part
      size += bytes.byteLength
      if (size > maxBytes) throw new AppError("outbound.too_large", { host, limitBytes: maxBytes })
      yield bytes
    }
  } finally {
    body.destroy()
    unpack?.destroy()
  }
}

function unpackerFor(encoding: string | undefined): Transform | null {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip()
    case "deflate":
      return createInflate()
    case "br":
      return createBrotliDecompress()
    default:
      return null
  }
}
