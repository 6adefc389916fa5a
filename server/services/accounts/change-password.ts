import { AppError } from "#server/errors/app-error.ts"
import type { PersonContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { clearLimit, spend } from "../spend.ts"
import { isPassword } from "./hash-password.ts"
import { ChangePasswordInput } from "./schema.ts"
import { setPassword } from "./set-password.ts"

/** Changes the password of whoever is signed in; their other devices are signed out. Throws: AppError "auth.credentials_refused". */
export const changePassword = defineVerb({
  name: "account.changePassword",
  permission: "signed_in",
  input: ChangePasswordInput,
  audit: null,
  run: async (context: PersonContext, { currentPassword, newPassword }): Promise<null> => {
    const { container, userId, sessionId, email } = context
    await spend(container, "signInPerAccount", email, "auth.locked")
    const [user] = await container.db.accountsQuery<{ passwordHash: string | null }>(
      `select password_hash as "passwordHash" from users where id = $1`,
      [userId],
    )
    if (!(await isPassword(user?.passwordHash ?? null, currentPassword)))
      throw new AppError("auth.credentials_refused")
    await clearLimit(container, "signInPerAccount", email)
    await setPassword(container, userId, newPassword, sessionId)
    container.log.info({ user: userId, requestId: context.requestId }, "password changed")
    return null
  },
})
