import { kbStatistics } from "#basic/keywords/kb-statistics.ts"
import { readFigures } from "#server/records/knowledge/figures.ts"
import { handlerFor } from "./handler.ts"

export const kbStatisticsHandler = handlerFor(kbStatistics, async (_args, step) =>
  JSON.stringify(
    await step.record(async (tx, place) => ({ ...(await readFigures(tx, place, null)) })),
  ),
)
