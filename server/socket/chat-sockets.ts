import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import { closeCodes } from "#catalog/events.ts"
import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { factsOf } from "#server/http/request-facts.ts"
import { networkOf } from "#server/services/network-of.ts"
import { ChatConnection } from "./chat-connection.ts"

/** The live chats of this process. */
export interface ChatSockets {
  /** Takes over a connection that asks for /ws/chat; false when it asks for something else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Says goodbye to everyone; clients come back by themselves and miss nothing. */
  close(): void
}

/** Builds the end of /ws/chat that is ours. A client that answers no ping until the next one is gone. */
export function createChatSockets(
  container: Container,
  pingMs: number = limits.socketPingMs,
): ChatSockets {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.socketFrameBytes,
    perMessageDeflate: false,
  })
  const maxPerNetwork = limits.socketsPerIp * container.env.rateLimitFactor
  const open = new Map<WebSocket, ChatConnection>()
  const perNetwork = new Map<string, number>()
  const pinger = setInterval(() => pingAll(open.keys()), pingMs)
  pinger.unref()

  const accept = (socket: WebSocket, request: IncomingMessage, network: string) => {
    const context = { container, ...factsOf(request) }
    const connection = new ChatConnection(socket, context, request.headers.origin ?? null)
    open.set(socket, connection)
    perNetwork.set(network, (perNetwork.get(network) ?? 0) + 1)
    container.metrics.sockets.inc()
    socket.on("pong", () => alive.add(socket))
    socket.on("error", (error) => container.log.debug({ err: error }, "socket error"))
    socket.on("close", () => {
      open.delete(socket)
      alive.delete(socket)
      const left = (perNetwork.get(network) ?? 1) - 1
      if (left > 0) perNetwork.set(network, left)
      else perNetwork.delete(network)
      container.metrics.sockets.dec()
    })
    alive.add(socket)
  }

  return {
    upgrade: (request, socket, head) => {
      if (request.url?.split("?", 1)[0] !== "/ws/chat") return false
      const network = networkOf(factsOf(request).ip)
      if ((perNetwork.get(network) ?? 0) >= maxPerNetwork) refuse(socket)
      else server.handleUpgrade(request, socket, head, (ws) => accept(ws, request, network))
      return true
    },
    close: () => {
      clearInterval(pinger)
      for (const connection of open.values())
        connection.close(closeCodes.stopping, "the server is stopping")
      server.close()
    },
  }
}

/** Sockets that answered the last ping. */
const alive = new WeakSet<WebSocket>()

function pingAll(sockets: Iterable<WebSocket>): void {
  for (const socket of sockets) {
    if (!alive.has(socket)) socket.terminate()
    alive.delete(socket)
    socket.ping()
  }
}

function refuse(socket: Duplex): void {
  socket.end(
    "HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n",
  )
}
