import { find } from "#basic/keywords/find.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const findHandler = tableHandler(find)
