import { insertInto } from "#basic/keywords/insert-into.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const insertIntoHandler = tableHandler(insertInto)
