import { createSite } from "#basic/keywords/create-site.ts"
import { notSetUp } from "./not-set-up.ts"

export const createSiteHandler = notSetUp(createSite, "sites-root")
