import { closeStaging } from "#server/services/versions/close-staging.ts"
import { deleteSnapshot } from "#server/services/versions/delete.ts"
import { goLive } from "#server/services/versions/go-live.ts"
import { listHistory } from "#server/services/versions/list.ts"
import { previewMove } from "#server/services/versions/preview-move.ts"
import { promoteStaging } from "#server/services/versions/promote.ts"
import { readVersion } from "#server/services/versions/read.ts"
import { renameVersion } from "#server/services/versions/rename.ts"
import { renewStaging } from "#server/services/versions/renew-staging.ts"
import { saveVersion } from "#server/services/versions/save.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const versionsRouter = router({
  list: orgQuery(listHistory),
  read: orgQuery(readVersion),
  save: orgMutation(saveVersion),
  rename: orgMutation(renameVersion),
  delete: orgMutation(deleteSnapshot),
  goLive: orgMutation(goLive),
  promote: orgMutation(promoteStaging),
  renewStaging: orgMutation(renewStaging),
  closeStaging: orgMutation(closeStaging),
  previewMove: orgQuery(previewMove),
})
