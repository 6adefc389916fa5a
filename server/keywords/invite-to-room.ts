import { inviteToRoom } from "#basic/keywords/invite-to-room.ts"
import { notSetUp } from "./not-set-up.ts"

export const inviteToRoomHandler = notSetUp(inviteToRoom, "meet-url")
