import { deleteModelAccount } from "#server/services/models/delete-account.ts"
import { listModelSettings } from "#server/services/models/list.ts"
import { listModelNames } from "#server/services/models/list-names.ts"
import { putModelAccountFirst } from "#server/services/models/put-first.ts"
import { saveModelAccount } from "#server/services/models/save-account.ts"
import { setModelBudget } from "#server/services/models/set-budget.ts"
import { testModelAccount } from "#server/services/models/test-account.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const modelsRouter = router({
  list: orgQuery(listModelSettings),
  names: orgQuery(listModelNames),
  saveAccount: orgMutation(saveModelAccount),
  deleteAccount: orgMutation(deleteModelAccount),
  putFirst: orgMutation(putModelAccountFirst),
  testAccount: orgMutation(testModelAccount),
  setBudget: orgMutation(setModelBudget),
})
