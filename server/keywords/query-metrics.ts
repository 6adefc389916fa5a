import { queryMetrics } from "#basic/keywords/query-metrics.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const queryMetricsHandler = tableHandler(queryMetrics)
