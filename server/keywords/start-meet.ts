import { startMeet } from "#basic/keywords/start-meet.ts"
import { notSetUp } from "./not-set-up.ts"

export const startMeetHandler = notSetUp(startMeet, "meet-url")
