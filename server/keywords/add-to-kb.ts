import { addToKb } from "#basic/keywords/add-to-kb.ts"
import { notSetUp } from "./not-set-up.ts"

export const addToKbHandler = notSetUp(addToKb, "embedding-url")
