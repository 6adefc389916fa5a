import { verifyFace } from "#basic/keywords/verify-face.ts"
import { notSetUp } from "./not-set-up.ts"

export const verifyFaceHandler = notSetUp(verifyFace, "face-api-provider")
