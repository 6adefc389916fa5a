import { exportRows } from "#basic/keywords/export.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const exportRowsHandler = tableHandler(exportRows)
