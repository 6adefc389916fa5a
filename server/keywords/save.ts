import { save } from "#basic/keywords/save.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const saveHandler = tableHandler(save)
