import { websiteOf } from "#basic/keywords/website-of.ts"
import { notSetUp } from "./not-set-up.ts"

export const websiteOfHandler = notSetUp(websiteOf, "search-api-key")
