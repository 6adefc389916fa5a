import { DocumentRefused } from "./port.ts"

/** What a picture may be unpacked to. Units: pixels. */
const maxPixels = 60_000_000

/** Draws a picture anew, no longer than `side`: what is not picture in the file stays behind. Units: pixels. */
export async function shrinkPicture(
  bytes: Uint8Array,
  side: number,
): Promise<{ bytes: Uint8Array; mimeType: string }> {
  const { default: sharp } = await import("sharp")
  const picture = await sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" })
    .rotate()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .jpeg({ quality: 85 })
    .toBuffer()
    .catch(() => {
      throw new DocumentRefused(
        "document.unreadable",
        "The picture cannot be read, or it is larger than 60 million pixels.",
      )
    })
  return { bytes: new Uint8Array(picture), mimeType: "image/jpeg" }
}
