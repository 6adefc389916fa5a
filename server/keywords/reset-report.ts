import { resetReport } from "#basic/keywords/reset-report.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const resetReportHandler = tableHandler(resetReport)
