import { kbStorageSize } from "#basic/keywords/kb-storage-size.ts"
import { readFigures } from "#server/records/knowledge/figures.ts"
import { handlerFor } from "./handler.ts"

export const kbStorageSizeHandler = handlerFor(kbStorageSize, async (_args, step) =>
  Number(await step.record(async (tx, place) => (await readFigures(tx, place, null)).size_mb)),
)
