import { waitForCallAnswer } from "#basic/keywords/wait-for-call-answer.ts"
import { notSetUp } from "./not-set-up.ts"

export const waitForCallAnswerHandler = notSetUp(waitForCallAnswer, "sip-server")
