import { pivot } from "#basic/keywords/pivot.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const pivotHandler = tableHandler(pivot)
