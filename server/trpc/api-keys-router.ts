import { createKey } from "#server/services/api-keys/create.ts"
import { listKeys } from "#server/services/api-keys/list.ts"
import { renameKey } from "#server/services/api-keys/rename.ts"
import { revokeKey } from "#server/services/api-keys/revoke.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const apiKeysRouter = router({
  list: orgQuery(listKeys),
  create: orgMutation(createKey),
  rename: orgMutation(renameKey),
  revoke: orgMutation(revokeKey),
})
