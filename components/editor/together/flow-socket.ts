import type { ClientFlowFrame, ServerFlowFrame } from "#catalog/shared-flow/frames.ts"

export interface FlowSocket {
  /** False when nobody is there to hear it. */
  send(frame: ClientFlowFrame): boolean
  /** Begins again with a greeting. */
  renew(): void
  close(): void
}

interface SocketHandlers {
  /** Said first on every new connection. */
  readonly greet: () => ClientFlowFrame
  readonly hear: (frame: ServerFlowFrame) => void
  /** The connection is lost; it is tried again. */
  readonly lost: () => void
  /** Nobody will answer: not signed in, not a member, no such flow. */
  readonly refused: () => void
}

const firstWaitMs = 500
const longestWaitMs = 15_000
const pingMs = 20_000
/** RFC 6455 leaves codes from 4000 to us; this one means that trying again would be answered the same. */
const refusedCode = 4001

/** Keeps a connection to the flow, and makes a new one whenever it is lost. */
export function openFlowSocket(handlers: SocketHandlers): FlowSocket {
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitMs = firstWaitMs
  let isClosed = false

  const connect = () => {
    clearTimeout(timer)
    if (isClosed || (socket !== null && socket.readyState <= WebSocket.OPEN)) return
    const opening = new WebSocket(addressOf("/ws/flows"))
    socket = opening
    opening.onopen = () => opening.send(JSON.stringify(handlers.greet()))
    opening.onmessage = ({ data }) => {
      waitMs = firstWaitMs
      if (socket === opening) handlers.hear(JSON.parse(String(data)) as ServerFlowFrame)
    }
    opening.onclose = ({ code }) => {
      if (socket !== opening || isClosed) return
      lose()
      if (code === refusedCode) handlers.refused()
    }
  }
  /** Tells of the loss at once: a socket that is closed without a network waits for an answer to its goodbye. */
  const lose = () => {
    socket = null
    handlers.lost()
    clearTimeout(timer)
    timer = setTimeout(connect, waitMs)
    waitMs = Math.min(longestWaitMs, waitMs * 2)
  }
  const drop = () => {
    const dropped = socket
    if (dropped === null || isClosed) return
    lose()
    dropped.close()
  }
  const send = (frame: ClientFlowFrame): boolean => sendFrame(socket, frame)
  const pinger = setInterval(() => send({ t: "ping" }), pingMs)
  const stopWatching = watchNetwork(connect, drop)
  connect()
  return {
    send,
    renew: drop,
    close: () => {
      isClosed = true
      clearTimeout(timer)
      clearInterval(pinger)
      stopWatching()
      socket?.close()
    },
  }
}

/** The browser notices a lost network long before a socket does, and its return long before the next try. */
function watchNetwork(back: () => void, gone: () => void): () => void {
  addEventListener("online", back)
  addEventListener("offline", gone)
  return () => {
    removeEventListener("online", back)
    removeEventListener("offline", gone)
  }
}

const addressOf = (path: string): string => `${location.origin.replace(/^http/, "ws")}${path}`

function sendFrame(socket: WebSocket | null, frame: ClientFlowFrame): boolean {
  if (socket?.readyState !== WebSocket.OPEN) return false
  socket.send(JSON.stringify(frame))
  return true
}
