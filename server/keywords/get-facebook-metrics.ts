import { getFacebookMetrics } from "#basic/keywords/get-facebook-metrics.ts"
import { notSetUp } from "./not-set-up.ts"

export const getFacebookMetricsHandler = notSetUp(getFacebookMetrics, "facebook-access-token")
