import { makeImage } from "#basic/keywords/image.ts"
import { notSetUp } from "./not-set-up.ts"

export const makeImageHandler = notSetUp(makeImage, "image-generator-model")
