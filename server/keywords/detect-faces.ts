import { detectFaces } from "#basic/keywords/detect-faces.ts"
import { notSetUp } from "./not-set-up.ts"

export const detectFacesHandler = notSetUp(detectFaces, "face-api-provider")
