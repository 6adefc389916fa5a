import { joinRows } from "#basic/keywords/join-rows.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const joinRowsHandler = tableHandler(joinRows)
