import { WebSocket } from "ws"
import type { ServerFrame } from "#catalog/events.ts"

/** The other end of a socket, with everything it heard. */
export function openChatClient(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws/chat`, { headers })
  const frames: ServerFrame[] = []
  const { wake, until } = createWaiting()
  let closed: { code: number } | null = null
  socket.on("message", (bytes) => {
    frames.push(JSON.parse(String(bytes)))
    wake()
  })
  socket.on("close", (code) => {
    closed = { code }
    wake()
  })
  socket.on("error", () => undefined)
  const opened = new Promise<void>((done, fail) => {
    socket.once("open", done)
    socket.once("error", fail)
  })
  const messages = () => frames.flatMap((frame) => (frame.t === "message" ? [frame.message] : []))
  return {
    socket,
    opened,
    frames,
    until,
    messages,
    send: async (frame: unknown) => {
      await opened
      socket.send(typeof frame === "string" ? frame : JSON.stringify(frame))
    },
    texts: () => messages().map(({ seq, text }) => `${seq} ${text}`),
    heard: (text: string) => until(() => messages().some((message) => message.text === text)),
    error: () => until(() => frames.find((frame) => frame.t === "error")),
    closed: () => until(() => closed),
    waitingKinds: () =>
      frames.flatMap((frame) => (frame.t === "waiting" ? [frame.waiting?.kind ?? null] : [])),
  }
}

/** `until` waits for what a test looks for; it looks again whenever `wake` is called. */
function createWaiting() {
  const listeners = new Set<() => void>()
  const until = <T>(look: () => T | undefined | null | false): Promise<T> =>
    new Promise((done) => {
      const check = () => {
        const found = look()
        if (!found) return
        listeners.delete(check)
        done(found)
      }
      listeners.add(check)
      check()
    })
  const wake = () => {
    for (const listener of listeners) listener()
  }
  return { wake, until }
}
