import { aggregate } from "#basic/keywords/aggregate.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const aggregateHandler = tableHandler(aggregate)
