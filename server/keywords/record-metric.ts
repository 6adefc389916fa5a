import { recordMetric } from "#basic/keywords/record-metric.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const recordMetricHandler = tableHandler(recordMetric)
