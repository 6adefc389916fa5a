import { listTests } from "#server/services/tests/list.ts"
import { saveTests } from "#server/services/tests/save.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const testsRouter = router({
  list: orgQuery(listTests),
  save: orgMutation(saveTests),
})
