import { createScript } from "#server/services/scripts/create.ts"
import { deleteScript } from "#server/services/scripts/delete.ts"
import { duplicateScript } from "#server/services/scripts/duplicate.ts"
import { listScripts } from "#server/services/scripts/list.ts"
import { renameScript } from "#server/services/scripts/rename.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const scriptsRouter = router({
  list: orgQuery(listScripts),
  create: orgMutation(createScript),
  duplicate: orgMutation(duplicateScript),
  rename: orgMutation(renameScript),
  delete: orgMutation(deleteScript),
})
