import { getWebhooks } from "#server/services/webhooks/get.ts"
import { renewWebhooks } from "#server/services/webhooks/renew.ts"
import { setSigning } from "#server/services/webhooks/set-signing.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const webhooksRouter = router({
  get: orgQuery(getWebhooks),
  renew: orgMutation(renewWebhooks),
  setSigning: orgMutation(setSigning),
})
