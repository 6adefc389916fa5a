import { conversationTopic, type ServerFrame } from "#catalog/events.ts"
import type { Waiting } from "#catalog/messages.ts"
import type { ConversationContext } from "#server/services/context.ts"
import { listMessages } from "#server/services/conversations/list-messages.ts"

/** What a live client of a conversation is sent. */
export interface ConversationFeed {
  /** Sends what is new, then what is waited for if that changed. */
  update(): Promise<void>
  stop(): Promise<void>
}

/**
 * Follows a conversation from a sequence number: every message once and in order, after it is stored.
 *
 * Announcements only wake it; what it sends it reads by sequence number, so one that is lost or comes
 * twice changes nothing.
 */
export async function openFeed(
  context: ConversationContext,
  after: number,
  send: (frame: ServerFrame) => void,
): Promise<ConversationFeed> {
  let seq = after
  let told: string | null = null
  let pending: Promise<void> | null = null
  let isWanted = false
  let isStopped = false

  const tellWaiting = (waiting: Waiting | null) => {
    const text = JSON.stringify(waiting)
    if (text === told) return
    told = text
    send({ t: "waiting", waiting })
  }
  const readOnce = async () => {
    for (;;) {
      const { messages, waiting } = await listMessages(context, { after: seq })
      if (isStopped) return
      for (const message of messages) send({ t: "message", message })
      seq = messages.at(-1)?.seq ?? seq
      if (messages.length === 0) return tellWaiting(waiting)
    }
  }
  const run = async () => {
    while (isWanted && !isStopped) {
      isWanted = false
      await readOnce()
    }
  }
  const update = () => {
    isWanted = true
    pending ??= run().finally(() => {
      pending = null
    })
    return pending
  }
  const { pubsub, log } = context.container
  const unsubscribe = await pubsub.subscribe(
    conversationTopic(context.conversationId),
    (message) => {
      const delta = readDelta(message)
      if (delta !== null) send(delta)
      else update().catch((error: unknown) => log.error({ err: error }, "feed not updated"))
    },
  )
  return {
    update,
    stop: async () => {
      isStopped = true
      await unsubscribe()
    },
  }
}

/** A part of a message that is still being written goes to live clients as it is. */
function readDelta(message: unknown): ServerFrame | null {
  if (typeof message !== "object" || message === null || !("t" in message)) return null
  if (message.t !== "delta" || !("id" in message) || !("epoch" in message) || !("text" in message))
    return null
  const { id, epoch, text } = message
  if (typeof id !== "string" || typeof epoch !== "number" || typeof text !== "string") return null
  return { t: "delta", id, epoch, text }
}
