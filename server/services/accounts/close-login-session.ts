import { sessionsTopic } from "#catalog/events.ts"
import type { Container } from "#server/container.ts"

/** Ends login sessions: their cookies stop working at once, and open sockets are told. */
export async function closeLoginSession(container: Container, sessionId: string): Promise<void> {
  await container.db.accountsQuery("delete from login_sessions where id = $1", [sessionId])
  await announceClosed(container, [sessionId])
}

/** Tells every process which login sessions have ended. */
export async function announceClosed(
  container: Container,
  sessionIds: readonly string[],
): Promise<void> {
  if (sessionIds.length > 0) await container.pubsub.publish(sessionsTopic, { sessionIds })
}
