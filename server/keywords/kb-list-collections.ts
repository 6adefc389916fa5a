import { fromJson } from "#basic"
import { kbListCollections } from "#basic/keywords/kb-list-collections.ts"
import { listBaseNames } from "#server/records/knowledge/figures.ts"
import { handlerFor } from "./handler.ts"

export const kbListCollectionsHandler = handlerFor(kbListCollections, async (_args, step) =>
  fromJson(await step.record(listBaseNames)),
)
