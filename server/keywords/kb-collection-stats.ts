import { kbCollectionStats } from "#basic/keywords/kb-collection-stats.ts"
import { notSetUp } from "./not-set-up.ts"

export const kbCollectionStatsHandler = notSetUp(kbCollectionStats, "embedding-url")
