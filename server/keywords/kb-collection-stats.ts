import { kbCollectionStats } from "#basic/keywords/kb-collection-stats.ts"
import { loadFigures } from "#server/records/knowledge/load-figures.ts"
import { handlerFor } from "./handler.ts"
import { baseNameOf } from "./knowledge/base-name.ts"

export const kbCollectionStatsHandler = handlerFor(kbCollectionStats, async ({ name = "" }, step) =>
  JSON.stringify(
    await step.record(async (tx, place) => ({
      ...(await loadFigures(tx, place, baseNameOf(name))),
    })),
  ),
)
