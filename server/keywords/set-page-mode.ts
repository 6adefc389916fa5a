import { setPageMode } from "#basic/keywords/set-page-mode.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const setPageModeHandler = tableHandler(setPageMode)
