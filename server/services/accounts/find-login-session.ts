import type { LoginSessionId, OrgId, UserId } from "#catalog/ids.ts"
import type { Role } from "#catalog/permissions.ts"
import type { Container } from "#server/container.ts"

/** An open login session, with whose it is. */
export interface LoginSession {
  readonly sessionId: LoginSessionId
  readonly userId: UserId
  readonly email: string
  readonly name: string
  /** The role in the organization that was asked for; null when there is none. */
  readonly membership: { readonly orgId: OrgId; readonly role: Role } | null
}

interface SessionRow {
  readonly sessionId: LoginSessionId
  readonly userId: UserId
  readonly email: string
  readonly name: string
  readonly lastSeenAt: Date
  readonly orgId: OrgId | null
  readonly role: Role | null
}

/** "Last seen" is as exact as this; it is not worth a write on every request. */
const seenEveryMs = 5 * 60_000

/** Finds an open login session, in one round trip; null when it was revoked, has expired or never was. */
export async function findLoginSession(
  container: Container,
  sessionId: string,
  orgId: string | null = null,
): Promise<LoginSession | null> {
  const now = container.clock.now()
  const [row] = await container.db.accountsQuery<SessionRow>(
    `select s.id as "sessionId", s.user_id as "userId", u.email, u.name,
       s.last_seen_at as "lastSeenAt", m.org_id as "orgId", m.role
     from login_sessions s
     join users u on u.id = s.user_id
     left join members m on m.user_id = s.user_id and m.org_id = $2
     where s.id = $1 and s.expires_at > $3`,
    [sessionId, orgId, now],
  )
  if (row === undefined) return null
  if (now.getTime() - row.lastSeenAt.getTime() > seenEveryMs)
    await container.db.accountsQuery("update login_sessions set last_seen_at = $2 where id = $1", [
      sessionId,
      now,
    ])
  const { userId, email, name } = row
  const membership =
    row.orgId === null || row.role === null ? null : { orgId: row.orgId, role: row.role }
  return { sessionId: row.sessionId, userId, email, name, membership }
}
