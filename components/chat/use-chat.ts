"use client"

import { useEffect, useMemo, useState } from "react"
import { type ChatMessage, fileKinds } from "#catalog/messages.ts"
import { ChatClient, type ChatState } from "#sdk/index.ts"
import { createTicketStore } from "./ticket-store.ts"

interface Chat {
  /** Null while the page is drawn on the server. */
  readonly state: ChatState | null
  /** What was said, with what was sent and is not yet confirmed at the end. */
  readonly messages: readonly ChatMessage[]
  readonly client: ChatClient | null
}

/** Holds the conversation of this browser with a published bot: resumed or begun, live, and kept over reloads. */
export function useChat(bot: string): Chat {
  const [client, setClient] = useState<ChatClient | null>(null)
  const [state, setState] = useState<ChatState | null>(null)
  useEffect(() => {
    const { origin } = window.location
    const opened = new ChatClient({ origin, bot, store: createTicketStore(bot) })
    const stop = opened.subscribe(setState)
    setClient(opened)
    opened.open()
    return () => {
      stop()
      opened.close()
    }
  }, [bot])
  const messages = useMemo(() => (state ? listMessages(state) : []), [state])
  return { client, state, messages }
}

function listMessages({ messages, pending, draft }: ChatState): readonly ChatMessage[] {
  const last = messages.at(-1)?.seq ?? 0
  const confirmed = messages.map(
    (message): ChatMessage => ({ ...message, kind: kindOf(message.kind) }),
  )
  const unconfirmed = pending.map(
    ({ key, text }, index): ChatMessage => ({
      id: key,
      seq: last + index + 1,
      from: "contact",
      kind: "text",
      text,
      at: "",
    }),
  )
  if (!draft) return [...confirmed, ...unconfirmed]
  const seq = last + pending.length + 1
  const growing: ChatMessage = {
    id: draft.id,
    seq,
    from: "bot",
    kind: "text",
    text: draft.text,
    at: "",
  }
  return [...confirmed, ...unconfirmed, growing]
}

/** The SDK leaves kinds open for later servers; one this page does not know is shown as text. */
function kindOf(kind: string): ChatMessage["kind"] {
  const known = ["event", "choices", ...fileKinds] as const
  return known.find((each) => each === kind) ?? "text"
}
