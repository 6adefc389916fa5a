import { deleteBotFile } from "#server/services/files/delete.ts"
import { linkBotFile } from "#server/services/files/link.ts"
import { listBotFiles } from "#server/services/files/list.ts"
import { renameBotFile } from "#server/services/files/rename.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const filesRouter = router({
  list: orgQuery(listBotFiles),
  link: orgQuery(linkBotFile),
  rename: orgMutation(renameBotFile),
  delete: orgMutation(deleteBotFile),
})
