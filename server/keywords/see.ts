import { describeImage } from "#basic/keywords/see.ts"
import { notSetUp } from "./not-set-up.ts"

export const describeImageHandler = notSetUp(describeImage, "botmodels-host")
