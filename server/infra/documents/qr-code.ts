import { DocumentRefused } from "./port.ts"

/** What a picture may be unpacked to. Units: pixels. */
const maxPixels = 40_000_000
/** A code is found in a picture of this size as well as in a larger one, and sooner. Units: pixels. */
const lookedSize = 1_600

/** Draws a QR code as a PNG. */
export async function makeQr(text: string, size: number): Promise<Uint8Array> {
  const { default: qrcode } = await import("qrcode")
  try {
    return await qrcode.toBuffer(text, { type: "png", width: size, margin: 2 })
  } catch {
    throw new DocumentRefused(
      "document.too_large",
      "A QR code holds at most about 2,900 characters; this text has more.",
    )
  }
}

/** Finds what the QR code in a picture says; null when there is none. */
export async function readQr(bytes: Uint8Array): Promise<string | null> {
  const { default: sharp } = await import("sharp")
  const { default: jsqr } = await import("jsqr")
  const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" })
    .rotate()
    .resize({ width: lookedSize, height: lookedSize, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .ensureAlpha()
    .raw()
  const { data, info } = await picture.toBuffer({ resolveWithObject: true }).catch(() => {
    throw new DocumentRefused(
      "document.unreadable",
      "The picture cannot be read, or it is larger than 40 million pixels.",
    )
  })
  // The library is a CommonJS module whose function is its default once or twice, by how it is loaded.
  const find = typeof jsqr === "function" ? jsqr : (jsqr as { default: typeof jsqr }).default
  return find(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}
