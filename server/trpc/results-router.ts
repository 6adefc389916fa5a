import { exportResults } from "#server/services/results/export.ts"
import { listResults } from "#server/services/results/list.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const resultsRouter = router({
  list: orgQuery(listResults),
  export: orgMutation(exportResults),
})
