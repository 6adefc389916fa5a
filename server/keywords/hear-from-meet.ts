import { hearFromMeet } from "#basic/keywords/hear-from-meet.ts"
import { notSetUp } from "./not-set-up.ts"

export const hearFromMeetHandler = notSetUp(hearFromMeet, "meet-url")
