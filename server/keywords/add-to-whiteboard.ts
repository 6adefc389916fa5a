import { addToWhiteboard } from "#basic/keywords/add-to-whiteboard.ts"
import { notSetUp } from "./not-set-up.ts"

export const addToWhiteboardHandler = notSetUp(addToWhiteboard, "meet-url")
