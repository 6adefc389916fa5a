import { inviteToMeet } from "#basic/keywords/invite-to-meet.ts"
import { notSetUp } from "./not-set-up.ts"

export const inviteToMeetHandler = notSetUp(inviteToMeet, "meet-url")
