import { printQuestionsCsv, printQuestionsJson } from "#catalog/evaluation/print-questions.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadSet } from "./load.ts"
import { ExportSetInput } from "./schema.ts"

/** Writes a set as a file. Throws: AppError "bot.not_found", "evaluation.set_not_found". */
export const exportEvaluationSet = defineVerb({
  name: "evaluations.exportSet",
  permission: "evaluations.read",
  input: ExportSetInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { botId, setId, format },
  ): Promise<{ name: string; text: string }> => {
    const set = await container.db.withOrg(orgId, (tx) => loadSet(tx, orgId, botId, setId))
    const text = format === "csv" ? printQuestionsCsv(set) : printQuestionsJson(set)
    return { name: `${set.name.replace(/[^\p{L}\p{N}]+/gu, "-")}.${format}`, text }
  },
})
