import { getLast } from "#basic/keywords/get-last.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const getLastHandler = tableHandler(getLast)
