import type { UserId } from "#catalog/ids.ts"
import type { Container } from "#server/container.ts"
import { announceClosed } from "./close-login-session.ts"
import { hashPassword } from "./hash-password.ts"

/**
 * Stores a new password and ends every login session of the person but `keepSessionId`; links that
 * could set another one stop working too.
 */
export async function setPassword(
  container: Container,
  userId: UserId,
  password: string,
  keepSessionId: string | null,
): Promise<void> {
  const passwordHash = await hashPassword(password)
  const closed = await container.db.asAccounts(async (tx) => {
    await tx.rows("update users set password_hash = $2 where id = $1", [userId, passwordHash])
    // A link that was used stays, so that it cannot be used again.
    await tx.rows("delete from password_resets where user_id = $1 and used_at is null", [userId])
    return tx.rows<{ id: string }>(
      "delete from login_sessions where user_id = $1 and id is distinct from $2 returning id",
      [userId, keepSessionId],
    )
  })
  await announceClosed(
    container,
    closed.map((row) => row.id),
  )
}
