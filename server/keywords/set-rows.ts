import { setRows } from "#basic/keywords/set-rows.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const setRowsHandler = tableHandler(setRows)
