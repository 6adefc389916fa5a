import { readPicture } from "#basic/keywords/ocr.ts"
import { handlerFor } from "./handler.ts"
import { loadSource } from "./media/load-source.ts"
import { readWords } from "./media/look-at.ts"

/** Read on this server, in a thread of its own; nothing is sent anywhere. */
export const readPictureHandler = handlerFor(readPicture, async ({ file }, step) =>
  readWords(await loadSource(file, "OCR", step), "OCR", step),
)
