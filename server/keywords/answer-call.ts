import { answerCall } from "#basic/keywords/answer-call.ts"
import { notSetUp } from "./not-set-up.ts"

export const answerCallHandler = notSetUp(answerCall, "sip-server")
