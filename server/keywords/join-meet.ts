import { joinMeet } from "#basic/keywords/join-meet.ts"
import { notSetUp } from "./not-set-up.ts"

export const joinMeetHandler = notSetUp(joinMeet, "meet-url")
