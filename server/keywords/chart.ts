import { chart } from "#basic/keywords/chart.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const chartHandler = tableHandler(chart)
