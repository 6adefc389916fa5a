import { getInstagramMetrics } from "#basic/keywords/get-instagram-metrics.ts"
import { notSetUp } from "./not-set-up.ts"

export const getInstagramMetricsHandler = notSetUp(getInstagramMetrics, "instagram-access-token")
