import type { UserId } from "#catalog/ids.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { AnyoneContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { hashToken } from "./link-token.ts"
import { readOperatorReset } from "./operator-link.ts"
import { ResetPasswordInput } from "./schema.ts"
import { setPassword } from "./set-password.ts"

/** Sets a new password with a one-time link; all devices are signed out. Throws: AppError "auth.link_spent". */
export const resetPassword = defineVerb({
  name: "account.resetPassword",
  permission: "anyone",
  input: ResetPasswordInput,
  audit: null,
  run: async (context: AnyoneContext, { token, newPassword }): Promise<null> => {
    const { container, ip, requestId } = context
    await spend(container, "linkPerIp", ip)
    const userId = (await spendStored(container, token)) ?? (await spendSigned(container, token))
    if (userId === null) throw new AppError("auth.link_spent")
    await setPassword(container, userId, newPassword, null)
    container.log.info({ user: userId, requestId }, "password reset")
    return null
  },
})

/** Spends a link that was sent by mail. */
async function spendStored({ db, clock }: Container, token: string): Promise<UserId | null> {
  const [spent] = await db.accountsQuery<{ userId: UserId }>(
    `update password_resets set used_at = $2
     where token_hash = $1 and used_at is null and expires_at > $2
     returning user_id as "userId"`,
    [hashToken(token), clock.now()],
  )
  return spent?.userId ?? null
}

/** Spends a link that was made on the command line: using it is what stores it. */
async function spendSigned(container: Container, token: string): Promise<UserId | null> {
  const now = container.clock.now()
  const reset = readOperatorReset(container.secrets, token, now)
  if (reset === null) return null
  const [spent] = await container.db.accountsQuery<{ userId: UserId }>(
    `insert into password_resets (token_hash, user_id, created_at, expires_at, used_at)
     select $1, id, $3, $4, $3 from users where email = $2
     on conflict do nothing returning user_id as "userId"`,
    [hashToken(token), reset.email, now, reset.expiresAt],
  )
  return spent?.userId ?? null
}
