import { getImage } from "#basic/keywords/get-image.ts"
import { notSetUp } from "./not-set-up.ts"

export const getImageHandler = notSetUp(getImage, "image-generator-model")
