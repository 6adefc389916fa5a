import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import { sessionsTopic } from "#catalog/events.ts"
import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { isOwnRequest } from "#server/http/own-origins.ts"
import { factsOf } from "#server/http/request-facts.ts"
import { networkOf } from "#server/services/network-of.ts"
import { FlowConnection } from "./flow-connection.ts"
import { FlowRooms } from "./flow-rooms.ts"

/** The builders of this process that have a flow open. */
export interface FlowSockets {
  /** Takes over a connection that asks for /ws/flows; false when it asks for something else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Stores what was edited and says goodbye; builders come back by themselves and lose nothing. */
  close(): Promise<void>
}

/** Builds the end of /ws/flows that is ours. Only our own pages may open it: the cookie alone proves nothing. */
export function createFlowSockets(container: Container): FlowSockets {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.flowFrameBytes,
    perMessageDeflate: false,
  })
  const rooms = new FlowRooms()
  const open = new Map<WebSocket, FlowConnection>()
  const perNetwork = new Map<string, number>()
  const maxPerNetwork = limits.socketsPerIp * container.env.rateLimitFactor
  const alive = new WeakSet<WebSocket>()
  const pinger = setInterval(() => pingAll(open.keys(), alive), limits.socketPingMs)
  pinger.unref()
  const unsubscribe = container.pubsub.subscribe(sessionsTopic, (message) => {
    const ended = sessionIdsOf(message)
    for (const connection of open.values()) if (connection.isOf(ended)) void connection.recheck()
  })

  const accept = (socket: WebSocket, request: IncomingMessage, network: string) => {
    const anyone = { container, ...factsOf(request) }
    const connection = new FlowConnection(socket, anyone, request.headers.cookie, rooms)
    open.set(socket, connection)
    perNetwork.set(network, (perNetwork.get(network) ?? 0) + 1)
    alive.add(socket)
    socket.on("pong", () => alive.add(socket))
    socket.on("error", (error) => container.log.debug({ err: error }, "socket error"))
    socket.on("close", () => {
      open.delete(socket)
      countDown(perNetwork, network)
    })
  }

  return {
    upgrade: (request, socket, head) => {
      if (request.url?.split("?", 1)[0] !== "/ws/flows") return false
      const network = networkOf(factsOf(request).ip)
      if (!isOwnRequest(request, container.ownOrigins)) refuse(socket, "403 Forbidden")
      else if ((perNetwork.get(network) ?? 0) >= maxPerNetwork)
        refuse(socket, "429 Too Many Requests")
      else server.handleUpgrade(request, socket, head, (ws) => accept(ws, request, network))
      return true
    },
    close: async () => {
      clearInterval(pinger)
      await rooms.close()
      for (const connection of open.values()) connection.end()
      server.close()
      await (await unsubscribe)()
    },
  }
}

/** Who answered no ping until this one is gone. */
function pingAll(sockets: Iterable<WebSocket>, alive: WeakSet<WebSocket>): void {
  for (const socket of sockets) {
    if (!alive.has(socket)) socket.terminate()
    alive.delete(socket)
    socket.ping()
  }
}

function countDown(perNetwork: Map<string, number>, network: string): void {
  const left = (perNetwork.get(network) ?? 1) - 1
  if (left > 0) perNetwork.set(network, left)
  else perNetwork.delete(network)
}

function sessionIdsOf(message: unknown): readonly unknown[] {
  if (typeof message !== "object" || message === null || !("sessionIds" in message)) return []
  return Array.isArray(message.sessionIds) ? message.sessionIds : []
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
