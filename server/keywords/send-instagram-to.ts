import { sendInstagramTo } from "#basic/keywords/send-instagram-to.ts"
import { notSetUp } from "./not-set-up.ts"

export const sendInstagramToHandler = notSetUp(sendInstagramTo, "instagram-access-token")
