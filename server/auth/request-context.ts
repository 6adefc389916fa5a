import { isId } from "#catalog/ids.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { LoginSession } from "#server/services/accounts/find-login-session.ts"
import type { AnyoneContext, PersonContext, ServiceContext } from "#server/services/context.ts"
import { proveOrg } from "#server/services/proven-org.ts"
import { spend } from "#server/services/spend.ts"
import { readPerson } from "./read-person.ts"

/** What a procedure finds: who asks is looked up once, when the first procedure of a batch wants to know. */
export interface RequestContext {
  readonly anyone: AnyoneContext
  /** Throws: AppError "auth.signed_out", "request.too_many". */
  requirePerson(): Promise<PersonContext>
  /** Throws, besides: AppError "request.org_missing", "org.not_found". */
  requireMember(): Promise<ServiceContext>
}

/** The headers a request is judged by. */
export interface RequestHeaders {
  readonly cookie: string | undefined
  /** `x-botwright-org`, as often as it was sent. */
  readonly orgs: readonly string[]
}

/** Builds the context of a request; the gate through which a session becomes the right to act for an organization. */
export function createRequestContext(
  anyone: AnyoneContext,
  { cookie, orgs }: RequestHeaders,
): RequestContext {
  let found: Promise<LoginSession> | null = null
  const findSession = () => {
    found ??= requireSession(anyone, cookie, orgs)
    return found
  }
  const requirePerson = async (): Promise<PersonContext> => {
    const { userId, sessionId, email } = await findSession()
    return { ...anyone, userId, sessionId, email }
  }
  return {
    anyone,
    requirePerson,
    requireMember: async () => {
      const { userId, membership } = await findSession()
      const [orgId] = orgs
      if (orgs.length !== 1 || orgId === undefined || !isId("org", orgId))
        throw new AppError("request.org_missing")
      if (membership === null || membership.orgId !== orgId) throw new AppError("org.not_found")
      return { ...anyone, orgId: proveOrg(orgId), userId, role: membership.role }
    },
  }
}

async function requireSession(
  anyone: AnyoneContext,
  cookie: string | undefined,
  orgs: readonly string[],
): Promise<LoginSession> {
  const orgId = orgs.length === 1 && isId("org", orgs[0]) ? orgs[0] : null
  const session = await readPerson(anyone.container, cookie, orgId)
  if (session === null) throw new AppError("auth.signed_out")
  await spend(anyone.container, "callPerUser", session.userId)
  return session
}
