import { talkToMeet } from "#basic/keywords/talk-to-meet.ts"
import { notSetUp } from "./not-set-up.ts"

export const talkToMeetHandler = notSetUp(talkToMeet, "meet-url")
