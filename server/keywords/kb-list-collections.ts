import { kbListCollections } from "#basic/keywords/kb-list-collections.ts"
import { notSetUp } from "./not-set-up.ts"

export const kbListCollectionsHandler = notSetUp(kbListCollections, "embedding-url")
