import { merge } from "#basic/keywords/merge.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const mergeHandler = tableHandler(merge)
