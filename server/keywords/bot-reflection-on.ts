import { botReflectionOn } from "#basic/keywords/bot-reflection-on.ts"
import { notSetUp } from "./not-set-up.ts"

export const botReflectionOnHandler = notSetUp(botReflectionOn, "bot-reflection-enabled")
