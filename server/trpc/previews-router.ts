import { createPreview } from "#server/services/previews/create.ts"
import { listPreviews } from "#server/services/previews/list.ts"
import { openPreviewLink } from "#server/services/previews/open.ts"
import { revokePreview } from "#server/services/previews/revoke.ts"
import { talkToPreview } from "#server/services/previews/talk.ts"
import { openMutation, orgMutation, orgQuery, router } from "./trpc.ts"

export const previewsRouter = router({
  list: orgQuery(listPreviews),
  create: orgMutation(createPreview),
  revoke: orgMutation(revokePreview),
  open: openMutation(openPreviewLink),
  talk: openMutation(talkToPreview),
})
