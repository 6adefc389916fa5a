import { thinkKb } from "#basic/keywords/think-kb.ts"
import { notSetUp } from "./not-set-up.ts"

export const thinkKbHandler = notSetUp(thinkKb, "embedding-url")
