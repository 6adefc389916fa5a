import { conversationTopic, inboxTopic } from "#catalog/events.ts"
import type { ServiceContext } from "../context.ts"

/** Wakes whoever reads the conversation live: there is something new, or somebody else answers. A hint only. */
export async function announceChange(
  context: ServiceContext,
  conversationId: string,
  seq = 0,
): Promise<void> {
  const { container } = context
  await container.pubsub
    .publish(conversationTopic(conversationId), { seq })
    .catch((error: unknown) => container.log.warn({ err: error }, "A change was not announced."))
  await announceInbox(context)
}

/** Wakes whoever has the inbox of the organization open: look again. A hint only. */
export async function announceInbox({ container, orgId }: ServiceContext): Promise<void> {
  await container.pubsub
    .publish(inboxTopic(orgId), null)
    .catch((error: unknown) => container.log.warn({ err: error }, "A change was not announced."))
}
