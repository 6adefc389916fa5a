import { kbStorageSize } from "#basic/keywords/kb-storage-size.ts"
import { notSetUp } from "./not-set-up.ts"

export const kbStorageSizeHandler = notSetUp(kbStorageSize, "embedding-url")
