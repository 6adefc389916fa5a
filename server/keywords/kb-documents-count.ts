import { kbDocumentsCount } from "#basic/keywords/kb-documents-count.ts"
import { readFigures } from "#server/records/knowledge/figures.ts"
import { handlerFor } from "./handler.ts"

export const kbDocumentsCountHandler = handlerFor(kbDocumentsCount, async (_args, step) =>
  Number(await step.record(async (tx, place) => (await readFigures(tx, place, null)).documents)),
)
