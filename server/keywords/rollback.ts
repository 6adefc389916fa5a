import { rollback } from "#basic/keywords/rollback.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const rollbackHandler = tableHandler(rollback)
