import { kbStatistics } from "#basic/keywords/kb-statistics.ts"
import { notSetUp } from "./not-set-up.ts"

export const kbStatisticsHandler = notSetUp(kbStatistics, "embedding-url")
