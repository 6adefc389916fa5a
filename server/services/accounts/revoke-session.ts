import { AppError } from "#server/errors/app-error.ts"
import type { PersonContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { announceClosed } from "./close-login-session.ts"
import { RevokeSessionInput } from "./schema.ts"

/** Signs one of a person's devices out. Throws: AppError "account.session_not_found". */
export const revokeSession = defineVerb({
  name: "account.revokeSession",
  permission: "signed_in",
  input: RevokeSessionInput,
  audit: null,
  run: async ({ container, userId }: PersonContext, { sessionId }): Promise<null> => {
    const deleted = await container.db.accountsQuery(
      "delete from login_sessions where id = $1 and user_id = $2 returning id",
      [sessionId, userId],
    )
    if (deleted.length === 0) throw new AppError("account.session_not_found")
    await announceClosed(container, [sessionId])
    return null
  },
})
