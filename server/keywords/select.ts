import { select } from "#basic/keywords/select.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const selectHandler = tableHandler(select)
