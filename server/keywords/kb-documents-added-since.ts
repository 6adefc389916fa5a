import { kbDocumentsAddedSince } from "#basic/keywords/kb-documents-added-since.ts"
import { countAddedSince } from "#server/records/knowledge/figures.ts"
import { handlerFor } from "./handler.ts"

const dayMs = 24 * 60 * 60_000

export const kbDocumentsAddedSinceHandler = handlerFor(
  kbDocumentsAddedSince,
  async ({ days = 0 }, step) =>
    Number(
      await step.record((tx, place) =>
        countAddedSince(tx, place, new Date(Math.max(0, place.nowMs - days * dayMs))),
      ),
    ),
)
