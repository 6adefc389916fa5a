import { insert } from "#basic/keywords/insert.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const insertHandler = tableHandler(insert)
