import { setMaxLines } from "#basic/keywords/set-max-lines.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const setMaxLinesHandler = tableHandler(setMaxLines)
