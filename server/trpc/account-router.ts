import { changePassword } from "#server/services/accounts/change-password.ts"
import { listSessions } from "#server/services/accounts/list-sessions.ts"
import { loadMe } from "#server/services/accounts/load-me.ts"
import { requestReset } from "#server/services/accounts/request-reset.ts"
import { resetPassword } from "#server/services/accounts/reset-password.ts"
import { revokeSession } from "#server/services/accounts/revoke-session.ts"
import { signUp } from "#server/services/accounts/sign-up.ts"
import { openMutation, personMutation, personQuery, router } from "./trpc.ts"

export const accountRouter = router({
  me: personQuery(loadMe),
  signUp: openMutation(signUp),
  sessions: personQuery(listSessions),
  revokeSession: personMutation(revokeSession),
  changePassword: personMutation(changePassword),
  requestReset: openMutation(requestReset),
  resetPassword: openMutation(resetPassword),
})
