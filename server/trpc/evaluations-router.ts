import { createEvaluationSet } from "#server/services/evaluations/create-set.ts"
import { deleteEvaluationRun } from "#server/services/evaluations/delete-run.ts"
import { deleteEvaluationSet } from "#server/services/evaluations/delete-set.ts"
import { exportEvaluationSet } from "#server/services/evaluations/export-set.ts"
import { getEvaluationRun } from "#server/services/evaluations/get-run.ts"
import { getEvaluationSet } from "#server/services/evaluations/get-set.ts"
import { importEvaluationSet } from "#server/services/evaluations/import-set.ts"
import { listEvaluations } from "#server/services/evaluations/list.ts"
import { saveEvaluationSet } from "#server/services/evaluations/save-set.ts"
import { startEvaluationRun } from "#server/services/evaluations/start-run.ts"
import { stopEvaluationRun } from "#server/services/evaluations/stop-run.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const evaluationsRouter = router({
  list: orgQuery(listEvaluations),
  getSet: orgQuery(getEvaluationSet),
  getRun: orgQuery(getEvaluationRun),
  exportSet: orgQuery(exportEvaluationSet),
  createSet: orgMutation(createEvaluationSet),
  saveSet: orgMutation(saveEvaluationSet),
  importSet: orgMutation(importEvaluationSet),
  deleteSet: orgMutation(deleteEvaluationSet),
  startRun: orgMutation(startEvaluationRun),
  stopRun: orgMutation(stopEvaluationRun),
  deleteRun: orgMutation(deleteEvaluationRun),
})
