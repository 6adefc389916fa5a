import { kbDocumentsCount } from "#basic/keywords/kb-documents-count.ts"
import { notSetUp } from "./not-set-up.ts"

export const kbDocumentsCountHandler = notSetUp(kbDocumentsCount, "embedding-url")
