/** Pictures, sound, pages of the web: the commands of this family, in the order of the manual. */
import { analyzeFace } from "../analyze-face.ts"
import { makeAudio } from "../audio.ts"
import { makeCard } from "../card.ts"
import { detectFaces } from "../detect-faces.ts"
import { getImage } from "../get-image.ts"
import { makeImage } from "../image.ts"
import { scanBarcode } from "../scan-barcode.ts"
import { describeImage } from "../see.ts"
import { talkAudio } from "../talk-audio.ts"
import { verifyFace } from "../verify-face.ts"
import { makeVideo } from "../video.ts"

export const mediaCommands = [
  makeImage,
  makeVideo,
  makeAudio,
  talkAudio,
  getImage,
  describeImage,
  detectFaces,
  verifyFace,
  analyzeFace,
  scanBarcode,
  makeCard,
] as const
