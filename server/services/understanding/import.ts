import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { checkPattern } from "./load.ts"
import { ImportUnderstandingInput } from "./schema.ts"
import { storeDefinition } from "./store.ts"

/**
 * Adds intents and entities to those of the draft; one of the same name takes the examples and values that are
 * new, and is otherwise replaced.
 *
 * Throws: AppError "bot.not_found", "understanding.too_many", "understanding.pattern_refused".
 */
export const importUnderstanding = defineVerb({
  name: "understanding.import",
  permission: "understanding.update",
  input: ImportUnderstandingInput,
  audit: "understanding.imported",
  run: (
    context: ServiceContext,
    { botId, intents, entities },
  ): Promise<{ readonly intents: number; readonly entities: number }> => {
    for (const entity of entities) checkPattern(entity)
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      await storeDefinition(tx, { orgId, botId, at: container.clock.now() }, { intents, entities })
      const counts = { intents: intents.length, entities: entities.length }
      await recordAudit(tx, context, "understanding.imported", { kind: "bot", id: botId }, counts)
      return counts
    })
  },
})
