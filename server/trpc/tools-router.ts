import { deleteToolService } from "#server/services/tools/delete-service.ts"
import { importToolService } from "#server/services/tools/import-service.ts"
import { listToolServices } from "#server/services/tools/list.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const toolsRouter = router({
  list: orgQuery(listToolServices),
  importService: orgMutation(importToolService),
  deleteService: orgMutation(deleteToolService),
})
