import { getLinkedinMetrics } from "#basic/keywords/get-linkedin-metrics.ts"
import { notSetUp } from "./not-set-up.ts"

export const getLinkedinMetricsHandler = notSetUp(getLinkedinMetrics, "linkedin-access-token")
