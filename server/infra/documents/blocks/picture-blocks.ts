import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { DocumentRefused } from "../port.ts"
import type { ReadBlocks } from "./block.ts"
import { readTextBlocks } from "./text-blocks.ts"

/** What a picture may be unpacked to. Units: pixels. */
const maxPixels = 60_000_000
/** Letters of this size are read as well as larger ones, and sooner. Units: pixels. */
const readSize = 3_000
const leastConfidence = 35

/** Reads the words of a picture. The language data comes with the product; nothing is fetched. */
export async function readPictureBlocks(bytes: Uint8Array): Promise<ReadBlocks> {
  const { default: sharp } = await import("sharp")
  const picture = await sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" })
    .rotate()
    .resize({ width: readSize, height: readSize, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .greyscale()
    .png()
    .toBuffer()
    .catch(() => {
      throw new DocumentRefused(
        "document.unreadable",
        "The picture cannot be read, or it is larger than 60 million pixels.",
      )
    })
  const { createWorker } = await import("tesseract.js")
  const data = dirname(
    createRequire(import.meta.url).resolve("@tesseract.js-data/eng/package.json"),
  )
  const worker = await createWorker("eng", 1, {
    langPath: join(data, "4.0.0_best_int"),
    cacheMethod: "none",
    gzip: true,
  })
  try {
    const { data: found } = await worker.recognize(picture)
    const text = found.confidence < leastConfidence ? "" : found.text
    return readTextBlocks(text)
  } finally {
    await worker.terminate()
  }
}
