/** Pictures, sound, pages of the web: the commands of this family, in the order of the manual. */
import { analyzeFace } from "../analyze-face.ts"
import { makeAudio } from "../audio.ts"
import { detectFaces } from "../detect-faces.ts"
import { getImage } from "../get-image.ts"
import { makeImage } from "../image.ts"
import { describeImage } from "../see.ts"
import { verifyFace } from "../verify-face.ts"
import { makeVideo } from "../video.ts"

export const mediaCommands = [
  makeImage,
  makeVideo,
  makeAudio,
  getImage,
  describeImage,
  detectFaces,
  verifyFace,
  analyzeFace,
] as const
