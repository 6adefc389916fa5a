import { mergeInto } from "#basic/keywords/merge-into.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const mergeIntoHandler = tableHandler(mergeInto)
