import { decode } from "next-auth/jwt"
import type { Container } from "#server/container.ts"
import {
  findLoginSession,
  type LoginSession,
} from "#server/services/accounts/find-login-session.ts"
import { parseCookies, sessionCookieName } from "./cookies.ts"
import { TokenClaims } from "./next-auth-options.ts"

/**
 * Finds who is signed in: the cookie's signature is checked, then that its login session is still open.
 *
 * With `orgId` the answer also carries the role in that organization, from the same look at the database.
 * Null when nobody is signed in, whatever the reason.
 */
export async function readPerson(
  container: Container,
  cookieHeader: string | undefined | null,
  orgId: string | null = null,
): Promise<LoginSession | null> {
  const isHttps = container.publicUrl.startsWith("https:")
  const token = parseCookies(cookieHeader).get(sessionCookieName(isHttps))
  if (token === undefined || token.length > 4_096) return null
  const secret = container.secrets.sessionSecret
  const decoded = await decode({ token, secret }).catch(() => null)
  const claims = TokenClaims.safeParse(decoded)
  if (!claims.success) return null
  const session = await findLoginSession(container, claims.data.sid, orgId)
  return session !== null && session.userId === claims.data.sub ? session : null
}
