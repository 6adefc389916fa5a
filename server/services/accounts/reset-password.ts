import type { UserId } from "#catalog/ids.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { AnyoneContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { hashToken } from "./link-token.ts"
import { ResetPasswordInput } from "./schema.ts"
import { setPassword } from "./set-password.ts"

/** Sets a new password with a one-time link; all devices are signed out. Throws: AppError "auth.link_spent". */
export const resetPassword = defineVerb({
  name: "account.resetPassword",
  permission: "anyone",
  input: ResetPasswordInput,
  audit: null,
  run: async (
    { container, ip, requestId }: AnyoneContext,
    { token, newPassword },
  ): Promise<null> => {
    await spend(container, "linkPerIp", ip)
    const now = container.clock.now()
    const [spent] = await container.db.accountsQuery<{ userId: UserId }>(
      `update password_resets set used_at = $2
       where token_hash = $1 and used_at is null and expires_at > $2
       returning user_id as "userId"`,
      [hashToken(token), now],
    )
    if (spent === undefined) throw new AppError("auth.link_spent")
    await setPassword(container, spent.userId, newPassword, null)
    container.log.info({ user: spent.userId, requestId }, "password reset")
    return null
  },
})
