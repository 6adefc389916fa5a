import { aiScoreLead } from "#basic/keywords/ai-score-lead.ts"
import { notSetUp } from "./not-set-up.ts"

export const aiScoreLeadHandler = notSetUp(aiScoreLead, "llm-provider")
