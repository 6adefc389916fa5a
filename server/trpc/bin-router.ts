import { listBin } from "#server/services/bin/list.ts"
import { purgeBot } from "#server/services/bin/purge-bot.ts"
import { restoreBot } from "#server/services/bin/restore-bot.ts"
import { restoreScript } from "#server/services/bin/restore-script.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const binRouter = router({
  list: orgQuery(listBin),
  restoreBot: orgMutation(restoreBot),
  restoreScript: orgMutation(restoreScript),
  purgeBot: orgMutation(purgeBot),
})
