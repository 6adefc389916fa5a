import { makeVideo } from "#basic/keywords/video.ts"
import { notSetUp } from "./not-set-up.ts"

export const makeVideoHandler = notSetUp(makeVideo, "video-generator-model")
