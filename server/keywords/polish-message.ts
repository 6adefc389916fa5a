import { polishMessage } from "#basic/keywords/polish-message.ts"
import { notSetUp } from "./not-set-up.ts"

export const polishMessageHandler = notSetUp(polishMessage, "llm-provider")
