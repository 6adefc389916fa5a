import { fillTexts, openDocument, readTextSheet } from "#basic"
import type { ScriptId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { flowTopic } from "#catalog/shared-flow/frames.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { countChange, lockBot, readScripts } from "../scripts/load.ts"
import { recordSaving, writeScript } from "../scripts/write.ts"
import { ImportTextsInput } from "./schema.ts"

export interface ImportedTexts {
  /** Texts that were set or changed. */
  readonly changed: number
  readonly languages: readonly string[]
}

/**
 * Takes over what a table of texts says in other languages; what it leaves empty stays.
 *
 * Throws: AppError "bot.not_found", "texts.unreadable".
 */
export const importTexts = defineVerb({
  name: "texts.import",
  permission: "bots.update",
  input: ImportTextsInput,
  audit: "draft.saved",
  run: async (context: ServiceContext, { botId, csv }): Promise<ImportedTexts> => {
    const { orgId, container } = context
    const sheet = readTextSheet(csv)
    if (sheet === null || sheet.languages.length > limits.languagesPerBot)
      throw new AppError("texts.unreadable")
    const touched: ScriptId[] = []
    const changed = await container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      let sum = 0
      for (const { id, name, source, layout: stored, revision } of await readScripts(
        tx,
        orgId,
        botId,
      )) {
        const { program, layout } = openDocument(source, stored)
        const filled = fillTexts({ name, source, program, layout }, sheet)
        if (filled.changed === 0) continue
        sum += filled.changed
        const written = { ...layout, texts: filled.texts }
        await writeScript(tx, context, {
          ...{ botId, scriptId: id, source },
          ...{ layout: written, revision: revision + 1 },
        })
        touched.push(id)
      }
      if (sum > 0) {
        await countChange(tx, orgId, botId)
        await recordSaving(tx, context, botId)
      }
      return sum
    })
    // Whoever has one of the flows open takes it in at once.
    for (const id of touched) await container.pubsub.publish(flowTopic(id), { t: "draft" })
    return { changed, languages: sheet.languages }
  },
})
