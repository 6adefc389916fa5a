import { beginTransaction } from "#basic/keywords/begin-transaction.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const beginTransactionHandler = tableHandler(beginTransaction)
