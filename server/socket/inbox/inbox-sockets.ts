import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import { closeCodes, sessionsTopic } from "#catalog/events.ts"
import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { isOwnRequest } from "#server/http/own-origins.ts"
import { factsOf } from "#server/http/request-facts.ts"
import { networkOf } from "#server/services/network-of.ts"
import { InboxConnection } from "./inbox-connection.ts"

/** The windows of this process that show an inbox. */
export interface InboxSockets {
  /** Takes over a connection that asks for /ws/inbox; false when it asks for something else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Says goodbye; windows come back by themselves, and ask again meanwhile. */
  close(): Promise<void>
}

/** Builds the end of /ws/inbox that is ours. Only our own pages may open it: the cookie alone proves nothing. */
export function createInboxSockets(container: Container): InboxSockets {
  const server = new WebSocketServer({
    ...{ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: 1_024 },
  })
  const open = new Map<WebSocket, InboxConnection>()
  const perNetwork = new Map<string, number>()
  const maxPerNetwork = limits.socketsPerIp * container.env.rateLimitFactor
  const pinger = setInterval(() => pingAll(open.keys()), limits.socketPingMs)
  pinger.unref()
  const unsubscribe = container.pubsub.subscribe(sessionsTopic, (message) => {
    const ended = sessionIdsOf(message)
    for (const connection of open.values()) if (connection.isOf(ended)) void connection.recheck()
  })

  const accept = (socket: WebSocket, request: IncomingMessage, network: string) => {
    const orgId = new URL(request.url ?? "", "http://inbox").searchParams.get("org") ?? ""
    const { cookie } = request.headers
    open.set(socket, new InboxConnection(socket, container, { cookie, orgId }))
    perNetwork.set(network, (perNetwork.get(network) ?? 0) + 1)
    alive.add(socket)
    socket.on("pong", () => alive.add(socket))
    socket.on("error", (error) => container.log.debug({ err: error }, "socket error"))
    socket.on("close", () => {
      open.delete(socket)
      const left = (perNetwork.get(network) ?? 1) - 1
      if (left > 0) perNetwork.set(network, left)
      else perNetwork.delete(network)
    })
  }

  return {
    upgrade: (request, socket, head) => {
      if (request.url?.split("?", 1)[0] !== "/ws/inbox") return false
      const network = networkOf(factsOf(request).ip)
      if (!isOwnRequest(request, container.ownOrigins)) refuse(socket, "403 Forbidden")
      else if ((perNetwork.get(network) ?? 0) >= maxPerNetwork)
        refuse(socket, "429 Too Many Requests")
      else server.handleUpgrade(request, socket, head, (ws) => accept(ws, request, network))
      return true
    },
    close: async () => {
      clearInterval(pinger)
      for (const connection of open.values())
        connection.close(closeCodes.stopping, "the server is stopping")
      server.close()
      await (await unsubscribe)()
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

function sessionIdsOf(message: unknown): readonly unknown[] {
  if (typeof message !== "object" || message === null || !("sessionIds" in message)) return []
  return Array.isArray(message.sessionIds) ? message.sessionIds : []
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
