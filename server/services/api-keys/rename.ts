import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockKey } from "./load.ts"
import { RenameKeyInput } from "./schema.ts"

/** Gives a key another name. Throws: AppError "key.not_found". */
export const renameKey = defineVerb({
  name: "apiKeys.rename",
  permission: "keys.update",
  input: RenameKeyInput,
  audit: "api_key.renamed",
  run: async (context: ServiceContext, { keyId, name }): Promise<null> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      const { name: from } = await lockKey(tx, context, keyId)
      await tx.rows("update api_keys set name = $3 where org_id = $1 and id = $2", [
        ...[orgId, keyId, name],
      ])
      const subject = { kind: "api_key", id: keyId } as const
      await recordAudit(tx, context, "api_key.renamed", subject, { from, to: name })
      return null
    })
  },
})
