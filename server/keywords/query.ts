import { query } from "#basic/keywords/query.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const queryHandler = tableHandler(query)
