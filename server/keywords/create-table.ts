import { createTable } from "#basic/keywords/create-table.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const createTableHandler = tableHandler(createTable)
