import type { LoginSessionId } from "#catalog/ids.ts"
import type { PersonContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { NoInput } from "./schema.ts"

export interface SessionSummary {
  readonly id: LoginSessionId
  /** What the browser calls itself. */
  readonly userAgent: string
  readonly ip: string
  readonly createdAt: string
  readonly lastSeenAt: string
  /** The session that asks. */
  readonly isCurrent: boolean
}

interface SessionRow {
  readonly id: LoginSessionId
  readonly userAgent: string | null
  readonly ip: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

/** The devices a person is signed in on, the latest first. */
export const listSessions = defineVerb({
  name: "account.sessions",
  permission: "signed_in",
  input: NoInput,
  audit: null,
  run: async ({ container, userId, sessionId }: PersonContext): Promise<SessionSummary[]> => {
    const rows = await container.db.accountsQuery<SessionRow>(
      `select id, user_agent as "userAgent", ip, created_at as "createdAt", last_seen_at as "lastSeenAt"
       from login_sessions where user_id = $1 and expires_at > $2
       order by last_seen_at desc, id desc limit 100`,
      [userId, container.clock.now()],
    )
    return rows.map((row) => ({
      id: row.id,
      userAgent: row.userAgent ?? "",
      ip: row.ip ?? "",
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      isCurrent: row.id === sessionId,
    }))
  },
})
