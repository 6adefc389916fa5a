import { listLanguages, openDocument, printTextSheet } from "#basic"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { readScripts } from "../scripts/load.ts"
import { readSettings } from "../settings/get.ts"
import { ExportTextsInput } from "./schema.ts"

/** Gives every text of a bot with its other languages, as a table for translators. Throws: AppError "bot.not_found". */
export const exportTexts = defineVerb({
  name: "texts.export",
  permission: "bots.read",
  input: ExportTextsInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<{ readonly csv: string }> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const { languages } = await readSettings(tx, orgId, botId)
      const flows = (await readScripts(tx, orgId, botId)).map(({ name, source, layout }) => {
        const document = openDocument(source, layout)
        return { name, source, program: document.program, layout: document.layout }
      })
      const spoken = flows.flatMap(({ layout }) => listLanguages(layout))
      const wanted = [...new Set([...languages.slice(1), ...spoken])]
      return { csv: printTextSheet(flows, wanted) }
    }),
})
