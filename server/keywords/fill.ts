import { fill } from "#basic/keywords/fill.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const fillHandler = tableHandler(fill)
