import type { EntityDefinition } from "#basic/understanding/entity.ts"
import { PatternProblem, readPattern } from "#basic/understanding/pattern.ts"
import type { BotId, Id, OrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { IntentDefinition } from "#catalog/understanding/definition.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

export interface StoredIntent extends IntentDefinition {
  readonly id: Id<"itt">
  /** Grows by one with each save; a save names the one it changes. */
  readonly revision: number
}
export interface StoredEntity extends EntityDefinition {
  readonly id: Id<"ent">
  readonly revision: number
}

/** The intents of a draft, the oldest first. */
export function readIntents(tx: OrgTx, orgId: OrgId, botId: BotId): Promise<StoredIntent[]> {
  return tx.rows<StoredIntent>(
    `select id, name, description, threshold, is_active as "isActive", examples, revision from intents
     where org_id = $1 and bot_id = $2 order by created_at, id`,
    [orgId, botId],
  )
}

/** The entities of a draft, the oldest first. */
export async function readEntities(tx: OrgTx, orgId: OrgId, botId: BotId): Promise<StoredEntity[]> {
  const rows = await tx.rows<{
    id: Id<"ent">
    name: string
    revision: number
    definition: Omit<EntityDefinition, "name">
  }>(
    `select id, name, revision, definition from entities
     where org_id = $1 and bot_id = $2 order by created_at, id`,
    [orgId, botId],
  )
  return rows.map(({ definition, id, name, revision }) => ({ ...definition, id, name, revision }))
}

/** Looks a change over among those that are there. Throws: AppError "understanding.not_found", "understanding.changed", "understanding.name_taken". */
export function checkChange(
  known: readonly { readonly id: string; readonly name: string; readonly revision: number }[],
  change: { readonly id: string | null; readonly name: string; readonly baseRevision: number },
): void {
  const own = known.find(({ id }) => id === change.id)
  if (change.id !== null && own === undefined)
    throw new AppError("understanding.not_found", { id: change.id })
  if (own !== undefined && own.revision !== change.baseRevision)
    throw new AppError("understanding.changed", { name: own.name })
  const folded = change.name.toLowerCase()
  const other = known.find(({ id, name }) => id !== change.id && name.toLowerCase() === folded)
  if (other !== undefined) throw new AppError("understanding.name_taken", { name: other.name })
}

/** Throws: AppError "understanding.too_many". */
export function checkExamples(intents: readonly Pick<IntentDefinition, "examples">[]): void {
  const used = intents.reduce((sum, { examples }) => sum + examples.length, 0)
  const { intentsPerBot, examplesPerBot } = limits
  if (intents.length > intentsPerBot)
    throw new AppError("understanding.too_many", { limit: intentsPerBot, what: "intents" })
  if (used > examplesPerBot)
    throw new AppError("understanding.too_many", { limit: examplesPerBot, what: "examples" })
}

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
