import { readPicture } from "#basic/keywords/ocr.ts"
import { notSetUp } from "./not-set-up.ts"

export const readPictureHandler = notSetUp(readPicture, "botmodels-host")
