import { update } from "#basic/keywords/update.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const updateHandler = tableHandler(update)
