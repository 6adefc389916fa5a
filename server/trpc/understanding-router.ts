import { deleteEntity } from "#server/services/understanding/delete-entity.ts"
import { deleteIntent } from "#server/services/understanding/delete-intent.ts"
import { importUnderstanding } from "#server/services/understanding/import.ts"
import { listUnderstanding } from "#server/services/understanding/list.ts"
import { listConflicts } from "#server/services/understanding/list-conflicts.ts"
import { listMisunderstood } from "#server/services/understanding/list-misunderstood.ts"
import { listUtterances } from "#server/services/understanding/list-utterances.ts"
import { saveEntity } from "#server/services/understanding/save-entity.ts"
import { saveIntent } from "#server/services/understanding/save-intent.ts"
import { saveUtterances } from "#server/services/understanding/save-utterances.ts"
import { settleMisunderstood } from "#server/services/understanding/settle-misunderstood.ts"
import { sortUtterances } from "#server/services/understanding/sort-utterances.ts"
import { tryUnderstanding } from "#server/services/understanding/try.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const understandingRouter = router({
  list: orgQuery(listUnderstanding),
  saveIntent: orgMutation(saveIntent),
  deleteIntent: orgMutation(deleteIntent),
  saveEntity: orgMutation(saveEntity),
  deleteEntity: orgMutation(deleteEntity),
  try: orgQuery(tryUnderstanding),
  conflicts: orgQuery(listConflicts),
  utterances: orgQuery(listUtterances),
  saveUtterances: orgMutation(saveUtterances),
  sort: orgQuery(sortUtterances),
  misunderstood: orgQuery(listMisunderstood),
  settle: orgMutation(settleMisunderstood),
  import: orgMutation(importUnderstanding),
})
