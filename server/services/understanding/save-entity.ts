import type { EntityDefinition } from "#basic/understanding/entity.ts"
import { PatternProblem, readPattern } from "#basic/understanding/pattern.ts"
import { type Id, newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { checkChange, readEntities } from "./load.ts"
import { SaveEntityInput } from "./schema.ts"

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
      checkChange(known, { id: entityId, name: entity.name, baseRevision })
      const { entitiesPerBot: limit } = limits
      if (entityId === null && known.length >= limit)
        throw new AppError("understanding.too_many", { limit, what: "entities" })
      const id = entityId ?? newId("ent", now.getTime())
      const { name, ...definition } = entity
      await tx.rows(
        `insert into entities (org_id, id, bot_id, name, definition, created_at, updated_at)
         values ($1, $2, $3, $4, $5::text::jsonb, $6, $6)
         on conflict (org_id, id) do update set name = excluded.name, definition = excluded.definition,
           revision = entities.revision + 1, updated_at = excluded.updated_at`,
        [orgId, id, botId, name, JSON.stringify(definition), now],
      )
      await recordAudit(tx, context, "entity.saved", { kind: "bot", id: botId }, { name })
      return { id, revision: entityId === null ? 1 : baseRevision + 1 }
    })
  },
})

/** Throws: AppError "understanding.pattern_refused". */
export function checkPattern({ kind, pattern }: Pick<EntityDefinition, "kind" | "pattern">): void {
  if (kind !== "pattern") return
  try {
    readPattern(pattern)
  } catch (error) {
    if (!(error instanceof PatternProblem)) throw error
    throw new AppError("understanding.pattern_refused", { problem: error.message })
  }
}
