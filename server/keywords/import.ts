import { importRows } from "#basic/keywords/import.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const importRowsHandler = tableHandler(importRows)
