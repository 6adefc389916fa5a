import { type Id, newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { checkChange, checkPattern, readEntities } from "./load.ts"
import { SaveEntityInput } from "./schema.ts"
import { putEntity } from "./store.ts"

/**
 * Keeps an entity.
 *
 * Throws: AppError "bot.not_found", "understanding.not_found", "understanding.changed",
 * "understanding.name_taken", "understanding.too_many", "understanding.pattern_refused".
 */
export const saveEntity = defineVerb({
  name: "understanding.saveEntity",
  permission: "understanding.update",
  input: SaveEntityInput,
  audit: "entity.saved",
  run: (
    context: ServiceContext,
    { botId, entityId, baseRevision, entity },
  ): Promise<{ readonly id: Id<"ent">; readonly revision: number }> => {
    checkPattern(entity)
    const { orgId, container } = context
    const now = container.clock.now()
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const known = await readEntities(tx, orgId, botId)
      checkChange(known, { id: entityId ?? null, name: entity.name, baseRevision })
      const { entitiesPerBot: limit } = limits
      if (entityId === undefined && known.length >= limit)
        throw new AppError("understanding.too_many", { limit, what: "entities" })
      const id = entityId ?? newId("ent", now.getTime())
      await putEntity(tx, { orgId, botId, at: now }, { ...entity, id })
      const { name } = entity
      await recordAudit(tx, context, "entity.saved", { kind: "bot", id: botId }, { name })
      return { id, revision: entityId === undefined ? 1 : baseRevision + 1 }
    })
  },
})
