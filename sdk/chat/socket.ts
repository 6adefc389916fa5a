import type { ChatInput, ChatMessage, ChatWaiting } from "./types.ts"

/** What the socket tells. One object a frame; see "Live chat" in the API guide. */
export interface SocketEvents {
  onReady(): void
  onMessage(message: ChatMessage): void
  onWaiting(waiting: ChatWaiting | null): void
  onDelta(delta: { id: string; epoch: number; text: string }): void
  onError(error: { code: string; message: string; fix: string; key?: string }): void
  onClose(): void
}
export interface ChatSocket {
  send(key: string, input: ChatInput): boolean
  close(): void
}

type Frame = { readonly t?: unknown } & Readonly<Record<string, unknown>>

/** Opens the live connection of a conversation. `after` is the last sequence number already known. */
export function openSocket(
  origin: string,
  token: string,
  after: () => number,
  events: SocketEvents,
): ChatSocket {
  const socket = new WebSocket(`${origin.replace(/^http/, "ws")}/ws/chat`)
  let isReady = false
  socket.onopen = () => socket.send(JSON.stringify({ t: "hello", token, after: after() }))
  socket.onclose = () => events.onClose()
  socket.onmessage = (event) => {
    const frame = readFrame(event.data)
    if (!frame) return
    if (!isReady) {
      isReady = true
      events.onReady()
    }
    dispatchFrame(frame, events)
  }
  return {
    send(key, input) {
      if (socket.readyState !== WebSocket.OPEN || !isReady) return false
      socket.send(JSON.stringify({ t: "send", key, ...input }))
      return true
    },
    close() {
      socket.onclose = null
      socket.close()
    },
  }
}

function readFrame(text: unknown): Frame | null {
  try {
    const frame: unknown = JSON.parse(String(text))
    return frame && typeof frame === "object" ? (frame as Frame) : null
  } catch {
    return null
  }
}

function dispatchFrame(frame: Frame, events: SocketEvents) {
  const text = (name: string) => (typeof frame[name] === "string" ? (frame[name] as string) : "")
  if (frame.t === "message") events.onMessage((frame.message ?? frame) as ChatMessage)
  else if (frame.t === "waiting") events.onWaiting((frame.waiting ?? null) as ChatWaiting | null)
  else if (frame.t === "delta")
    events.onDelta({ id: text("id"), epoch: Number(frame.epoch), text: text("text") })
  else if (frame.t === "error")
    events.onError({
      code: text("code"),
      message: text("detail") || text("title"),
      fix: text("fix"),
      ...(typeof frame.key === "string" ? { key: frame.key } : {}),
    })
}
