import { detect } from "#basic/keywords/detect.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const detectHandler = tableHandler(detect)
