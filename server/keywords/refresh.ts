import { refreshKnowledge } from "#basic/keywords/refresh.ts"
import { notSetUp } from "./not-set-up.ts"

export const refreshKnowledgeHandler = notSetUp(refreshKnowledge, "embedding-url")
