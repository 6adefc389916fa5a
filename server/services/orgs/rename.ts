import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { RenameOrgInput } from "./schema.ts"

/** Gives the organization another name. */
export const renameOrg = defineVerb({
  name: "orgs.rename",
  permission: "org.update",
  input: RenameOrgInput,
  audit: "org.renamed",
  run: async (context: ServiceContext, { name }): Promise<{ name: string }> => {
    const { orgId, container } = context
    await container.db.withOrg(orgId, async (tx) => {
      await tx.rows("update organizations set name = $2 where id = $1", [orgId, name])
      await recordAudit(tx, context, "org.renamed", { kind: "organization", id: orgId }, { name })
    })
    return { name }
  },
})
