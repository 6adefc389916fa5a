import { kbDocumentsAddedSince } from "#basic/keywords/kb-documents-added-since.ts"
import { notSetUp } from "./not-set-up.ts"

export const kbDocumentsAddedSinceHandler = notSetUp(kbDocumentsAddedSince, "embedding-url")
