import { getTwitterMetrics } from "#basic/keywords/get-twitter-metrics.ts"
import { notSetUp } from "./not-set-up.ts"

export const getTwitterMetricsHandler = notSetUp(getTwitterMetrics, "twitter-access-token")
