import { search } from "#basic/keywords/search.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const searchHandler = tableHandler(search)
