import { leaveMeet } from "#basic/keywords/leave-meet.ts"
import { notSetUp } from "./not-set-up.ts"

export const leaveMeetHandler = notSetUp(leaveMeet, "meet-url")
