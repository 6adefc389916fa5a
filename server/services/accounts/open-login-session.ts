import { type LoginSessionId, newId, type UserId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError, isAppError } from "#server/errors/app-error.ts"
import type { AnyoneContext } from "../context.ts"
import { parseInput } from "../define-verb.ts"
import { clearLimit, spend } from "../spend.ts"
import { isPassword } from "./hash-password.ts"
import { SignInInput } from "./schema.ts"

export interface OpenedSession {
  readonly sessionId: LoginSessionId
  readonly userId: UserId
  readonly email: string
  readonly name: string
}

interface UserRow {
  readonly id: UserId
  readonly email: string
  readonly name: string
  readonly passwordHash: string | null
}

const dayMs = 24 * 60 * 60_000

/**
 * Signs in with e-mail address and password. The password step of next-auth; nothing else calls it.
 *
 * An address nobody has is answered like a wrong password, after the same time and under the same limit.
 * Throws: AppError "auth.credentials_refused", "auth.locked".
 */
export async function openLoginSession(
  context: AnyoneContext,
  given: SignInInput,
): Promise<OpenedSession> {
  const { metrics } = context.container
  try {
    const opened = await tryToOpen(context, given)
    metrics.signIns.inc({ outcome: "opened" })
    return opened
  } catch (error) {
    metrics.signIns.inc({ outcome: isAppError(error, "auth.locked") ? "locked" : "refused" })
    throw error
  }
}

async function tryToOpen(context: AnyoneContext, given: SignInInput): Promise<OpenedSession> {
  const { container, ip } = context
  const { email, password } = readCredentials(given)
  await spend(container, "signInPerIp", ip, "auth.locked")
  await spend(container, "signInPerAccount", email, "auth.locked")
  const [user] = await container.db.accountsQuery<UserRow>(
    `select id, email, name, password_hash as "passwordHash" from users where email = $1`,
    [email],
  )
  const isRight = await isPassword(user?.passwordHash ?? null, password)
  if (user === undefined || !isRight) throw new AppError("auth.credentials_refused")
  await clearLimit(container, "signInPerAccount", email)
  const sessionId = await insertSession(context, user.id)
  container.log.info({ user: user.id, requestId: context.requestId }, "signed in")
  return { sessionId, userId: user.id, email: user.email, name: user.name }
}

async function insertSession(context: AnyoneContext, userId: UserId): Promise<LoginSessionId> {
  const { container, ip, userAgent } = context
  const now = container.clock.now()
  const sessionId = newId("ses", now.getTime())
  const expiresAt = new Date(now.getTime() + limits.loginSessionDays * dayMs)
  await container.db.accountsQuery(
    `insert into login_sessions (id, user_id, user_agent, ip, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [sessionId, userId, userAgent, ip, now, expiresAt],
  )
  return sessionId
}

/** What cannot be an address is refused like an address nobody has. */
function readCredentials(given: SignInInput): SignInInput {
  try {
    return parseInput(SignInInput, given)
  } catch (cause) {
    throw new AppError("auth.credentials_refused", undefined, { cause })
  }
}
