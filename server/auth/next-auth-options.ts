import type { NextAuthOptions } from "next-auth"
import credentialsModule, { type CredentialsConfig } from "next-auth/providers/credentials"
import { z } from "zod"
import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { isAppError } from "#server/errors/app-error.ts"
import { closeLoginSession } from "#server/services/accounts/close-login-session.ts"
import { findLoginSession } from "#server/services/accounts/find-login-session.ts"
import { openLoginSession } from "#server/services/accounts/open-login-session.ts"
import type { AnyoneContext } from "#server/services/context.ts"
import { interop } from "./interop.ts"

const createCredentials = interop(credentialsModule)

const Credentials = z.object({ email: z.string(), password: z.string() })

/** What our token carries beside what next-auth puts in. `sid` names the row of `login_sessions`. */
export const TokenClaims = z.object({ sub: z.string(), sid: z.string() })

const sessionSeconds = limits.loginSessionDays * 24 * 60 * 60

/** Builds next-auth's options for one request, so that limits know who asks. */
export function createNextAuthOptions(container: Container, meta: AnyoneContext): NextAuthOptions {
  const isHttps = container.publicUrl.startsWith("https:")
  return {
    secret: container.secrets.sessionSecret,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: isHttps,
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [createPasswordProvider(meta)],
    callbacks: {
      redirect: ({ url, baseUrl }) => toLocalUrl(url, baseUrl),
      // next-auth asks this at the sign-in (with `user`) and whenever the session is read.
      jwt: async ({ token, user }) => {
        if (user) return { ...token, sid: readSid(user) }
        const claims = TokenClaims.parse(token)
        if ((await findLoginSession(container, claims.sid)) === null)
          throw new Error("The session was revoked.")
        return token
      },
      session: ({ session }) => session,
    },
    events: {
      signOut: async ({ token }) => {
        const claims = TokenClaims.safeParse(token)
        if (claims.success) await closeLoginSession(container, claims.data.sid)
      },
    },
    logger: {
      error: (code) => container.log.debug({ problem: code }, "next-auth refused"),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

function createPasswordProvider(meta: AnyoneContext): CredentialsConfig {
  return createCredentials({
    credentials: { email: {}, password: {} },
    authorize: async (given) => {
      const credentials = Credentials.safeParse(given)
      if (!credentials.success) return null
      try {
        const session = await openLoginSession(meta, credentials.data)
        const { userId: id, email, name, sessionId } = session
        return { id, email, name, sid: sessionId }
      } catch (error) {
        if (isAppError(error, "auth.credentials_refused")) return null
        // next-auth puts the message into the address it answers, so it is our code and nothing else.
        throw new Error(isAppError(error) ? error.code : "internal.unexpected")
      }
    },
  })
}

/** Keeps a redirect on our own origin: a path, or a full address of ours. */
export function toLocalUrl(url: string, baseUrl: string): string {
  const isPath = /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(url)
  if (isPath) return `${baseUrl}${url}`
  const isOurs = /^https?:\/\//i.test(url) && URL.canParse(url) && new URL(url).origin === baseUrl
  return isOurs ? url : baseUrl
}

function readSid(user: object): string {
  return "sid" in user && typeof user.sid === "string" ? user.sid : ""
}
