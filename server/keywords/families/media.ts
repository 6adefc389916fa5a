import type { mediaCommands } from "#basic/keywords/families/media.ts"
import { analyzeFaceHandler } from "../analyze-face.ts"
import { makeAudioHandler } from "../audio.ts"
import { makeCardHandler } from "../card.ts"
import { detectFacesHandler } from "../detect-faces.ts"
import { getImageHandler } from "../get-image.ts"
import type { HandlersOf } from "../handler.ts"
import { makeImageHandler } from "../image.ts"
import { scanBarcodeHandler } from "../scan-barcode.ts"
import { describeImageHandler } from "../see.ts"
import { talkAudioHandler } from "../talk-audio.ts"
import { verifyFaceHandler } from "../verify-face.ts"
import { makeVideoHandler } from "../video.ts"

/** What the server does for this family of commands. */
export const mediaHandlers = {
  IMAGE: makeImageHandler,
  VIDEO: makeVideoHandler,
  AUDIO: makeAudioHandler,
  "TALK AUDIO": talkAudioHandler,
  "GET IMAGE": getImageHandler,
  SEE: describeImageHandler,
  "DETECT FACES": detectFacesHandler,
  "VERIFY FACE": verifyFaceHandler,
  "ANALYZE FACE": analyzeFaceHandler,
  "SCAN BARCODE": scanBarcodeHandler,
  CARD: makeCardHandler,
} satisfies HandlersOf<typeof mediaCommands>
