import type { UserId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { hashToken, newLinkToken } from "./link-token.ts"

/** What making a link needs of the server; the command line brings just this. */
export type ResetParts = Pick<Container, "db" | "clock" | "publicUrl">

/**
 * Makes a one-time link with which the holder of an account sets a new password. Earlier links stop working.
 *
 * Whoever calls it has the right to: the command line on the server itself, or the mail to the address.
 * Throws: AppError "account.not_found".
 */
export async function makeResetLink(parts: ResetParts, email: string): Promise<string> {
  const address = email.trim().toLowerCase()
  const token = newLinkToken()
  const now = parts.clock.now()
  const expiresAt = new Date(now.getTime() + limits.resetLinkMinutes * 60_000)
  await parts.db.asAccounts(async (tx) => {
    const [user] = await tx.rows<{ id: UserId }>("select id from users where email = $1", [address])
    if (user === undefined) throw new AppError("account.not_found", { email: address })
    await tx.rows("delete from password_resets where user_id = $1 and used_at is null", [user.id])
    await tx.rows(
      "insert into password_resets (token_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4)",
      [hashToken(token), user.id, now, expiresAt],
    )
  })
  return `${parts.publicUrl}/reset/${token}`
}
