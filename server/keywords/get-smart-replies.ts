import { getSmartReplies } from "#basic/keywords/get-smart-replies.ts"
import { notSetUp } from "./not-set-up.ts"

export const getSmartRepliesHandler = notSetUp(getSmartReplies, "llm-provider")
