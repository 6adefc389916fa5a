import { groupBy } from "#basic/keywords/group-by.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const groupByHandler = tableHandler(groupBy)
