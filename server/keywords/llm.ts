import { askModel } from "#basic/keywords/llm.ts"
import { notSetUp } from "./not-set-up.ts"

export const askModelHandler = notSetUp(askModel, "llm-provider")
