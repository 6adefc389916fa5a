import { analyzeFace } from "#basic/keywords/analyze-face.ts"
import { notSetUp } from "./not-set-up.ts"

export const analyzeFaceHandler = notSetUp(analyzeFace, "face-api-provider")
