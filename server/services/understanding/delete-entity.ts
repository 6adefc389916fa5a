import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { EntityInput } from "./schema.ts"

/** Deletes an entity of the draft; published versions keep theirs. Throws: AppError "bot.not_found", "understanding.not_found". */
export const deleteEntity = defineVerb({
  name: "understanding.deleteEntity",
  permission: "understanding.update",
  input: EntityInput,
  audit: "entity.deleted",
  run: (context: ServiceContext, { botId, entityId }): Promise<null> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const [gone] = await tx.rows<{ name: string }>(
        "delete from entities where org_id = $1 and bot_id = $2 and id = $3 returning name",
        [orgId, botId, entityId],
      )
      if (gone === undefined) throw new AppError("understanding.not_found", { id: entityId })
      const { name } = gone
      await recordAudit(tx, context, "entity.deleted", { kind: "bot", id: botId }, { name })
      return null
    })
  },
})
