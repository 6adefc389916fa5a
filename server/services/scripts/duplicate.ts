import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import type { ChangedScript } from "./create.ts"
import { insertScript } from "./insert.ts"
import { checkSize, countChange, lockBot, readScript } from "./load.ts"
import { DuplicateScriptInput } from "./schema.ts"

/** Adds a copy of a flow under another name. Throws: AppError "script.not_found", "script.name_taken", "script.limit". */
export const duplicateScript = defineVerb({
  name: "scripts.duplicate",
  permission: "bots.update",
  input: DuplicateScriptInput,
  audit: "script.created",
  run: (context: ServiceContext, { botId, scriptId, name }): Promise<ChangedScript> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const { source, layout, name: from } = await readScript(tx, orgId, botId, scriptId)
      const id = await insertScript(tx, context, botId, { name, source, layout })
      await checkSize(tx, orgId, botId)
      const draftRevision = await countChange(tx, orgId, botId)
      await recordAudit(tx, context, "script.created", { kind: "bot", id: botId }, { name, from })
      return { script: { id, name, revision: 1 }, draftRevision }
    })
  },
})
