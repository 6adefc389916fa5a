import { commit } from "#basic/keywords/commit.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const commitHandler = tableHandler(commit)
