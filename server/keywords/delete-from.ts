import { deleteFrom } from "#basic/keywords/delete-from.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const deleteFromHandler = tableHandler(deleteFrom)
