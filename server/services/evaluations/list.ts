import { type EvaluationFigures, sumUp } from "#catalog/evaluation/sum-up.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type ListedRun, loadRuns } from "./load.ts"
import { EvaluationsInput } from "./schema.ts"

export interface RunSummary extends Omit<ListedRun, "results"> {
  readonly figures: EvaluationFigures
}
export interface ListedSet {
  readonly id: string
  readonly name: string
  readonly questions: number
  readonly updatedAt: string
  /** The newest first. */
  readonly runs: readonly RunSummary[]
}

/** The sets of a bot with how their runs went. Throws: AppError "bot.not_found". */
export const listEvaluations = defineVerb({
  name: "evaluations.list",
  permission: "evaluations.read",
  input: EvaluationsInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<ListedSet[]> =>
    await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const sets = await tx.rows<Omit<ListedSet, "runs" | "updatedAt"> & { updated: Date }>(
        `select id, name, jsonb_array_length(questions) as questions, updated_at as updated
         from evaluation_sets where org_id = $1 and bot_id = $2 order by lower(name)`,
        [orgId, botId],
      )
      const listed: ListedSet[] = []
      for (const { updated, ...set } of sets) {
        const runs = await loadRuns(tx, orgId, { setId: set.id })
        const summaries = runs.map(({ results, ...run }) => ({ ...run, figures: sumUp(results) }))
        listed.push({ ...set, updatedAt: updated.toISOString(), runs: summaries })
      }
      return listed
    }),
})
