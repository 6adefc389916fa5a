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
  const { pubsub, log } = context.container
  const reader = createReader(context, after, send)
  const topic = conversationTopic(context.conversationId)
  const unsubscribe = await pubsub.subscribe(topic, (message) => {
    const delta = readDelta(message)
    if (delta !== null) send(delta)
    else reader.update().catch((error: unknown) => log.error({ err: error }, "feed not updated"))
  })
  return {
    update: reader.update,
    stop: async () => {
      reader.stop()
      await unsubscribe()
    },
  }
}

/** Reads on from where it stands, once at a time; what is asked for meanwhile is one more reading. */
function createReader(
  context: ConversationContext,
  after: number,
  send: (frame: ServerFrame) => void,
) {
  let seq = after
  let told: string | null = null
  let running: Promise<void> | null = null
  let isWanted = false
  let isStopped = false

  const tellWaiting = (waiting: Waiting | null) => {
    const text = JSON.stringify(waiting)
    if (text === told) return
    told = text
    send({ t: "waiting", waiting })
  }
  const readPage = async () => {
    const { messages, waiting } = await listMessages(context, { after: seq })
    if (isStopped) return
    for (const message of messages) send({ t: "message", message })
    seq = messages.at(-1)?.seq ?? seq
    // A full page may not be all; what is waited for is told when everything before it was.
    if (messages.length > 0) isWanted = true
    else tellWaiting(waiting)
  }
  const readOn = async () => {
    try {
      while (isWanted && !isStopped) {
        isWanted = false
        await readPage()
      }
    } finally {
      // In the same step as the last look at `isWanted`, so that no wish falls in between.
      running = null
    }
  }
  return {
    update: (): Promise<void> => {
      isWanted = true
      running ??= readOn()
      return running
    },
    stop: () => {
      isStopped = true
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
