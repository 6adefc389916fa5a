import { conversationTopic } from "#catalog/events.ts"
import type { ServiceContext } from "../context.ts"

/** Wakes whoever reads the conversation live: there is something new, or somebody else answers. A hint only. */
export async function announceChange(
  { container }: ServiceContext,
  conversationId: string,
  seq = 0,
): Promise<void> {
  await container.pubsub
    .publish(conversationTopic(conversationId), { seq })
    .catch((error: unknown) => container.log.warn({ err: error }, "A change was not announced."))
}
