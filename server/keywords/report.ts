import { report } from "#basic/keywords/report.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const reportHandler = tableHandler(report)
