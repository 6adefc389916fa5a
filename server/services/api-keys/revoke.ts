import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockKey } from "./load.ts"
import { KeyInput } from "./schema.ts"

/** Ends a key for good: the next request that carries it is refused. Throws: AppError "key.not_found". */
export const revokeKey = defineVerb({
  name: "apiKeys.revoke",
  permission: "keys.update",
  input: KeyInput,
  audit: "api_key.revoked",
  run: async (context: ServiceContext, { keyId }): Promise<null> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      const { name } = await lockKey(tx, context, keyId)
      await tx.rows("update api_keys set revoked_at = $3 where org_id = $1 and id = $2", [
        ...[orgId, keyId, container.clock.now()],
      ])
      await recordAudit(tx, context, "api_key.revoked", { kind: "api_key", id: keyId }, { name })
      return null
    })
  },
})
