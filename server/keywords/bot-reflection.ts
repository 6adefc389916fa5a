import { botReflection } from "#basic/keywords/bot-reflection.ts"
import { notSetUp } from "./not-set-up.ts"

export const botReflectionHandler = notSetUp(botReflection, "bot-reflection-enabled")
