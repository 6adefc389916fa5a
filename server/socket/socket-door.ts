import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import { sessionsTopic } from "#catalog/events.ts"
import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { isOwnRequest } from "#server/http/own-origins.ts"
import { factsOf } from "#server/http/request-facts.ts"
import { networkOf } from "#server/services/network-of.ts"

interface DoorOptions<Connection> {
  /** What connections ask for, as "/ws/chat". */
  readonly path: string
  /** Units: bytes. */
  readonly maxFrameBytes: number
  /** Units: ms. */
  readonly pingMs?: number
  /** Only our own pages may come in: a cookie alone proves nothing. */
  readonly isForOwnPages: boolean
  readonly connect: (socket: WebSocket, request: IncomingMessage) => Connection
  /** One connection more, or less. */
  readonly onCount?: (change: 1 | -1) => void
}

export interface SocketDoor<Connection> {
  /** Takes over a connection that asks for this door; false when it asks for something else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Whoever is connected now. */
  connections(): Iterable<Connection>
  /** Lets nobody in any more; who is there is told by the caller. */
  close(): void
}

/** The end of one kind of socket that is ours. Who answers no ping until the next one is gone. */
export function openSocketDoor<Connection>(
  container: Container,
  options: DoorOptions<Connection>,
): SocketDoor<Connection> {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: options.maxFrameBytes,
    perMessageDeflate: false,
  })
  const open = new Map<WebSocket, Connection>()
  const perNetwork = new Map<string, number>()
  const maxPerNetwork = limits.socketsPerIp * container.env.rateLimitFactor
  const alive = new WeakSet<WebSocket>()
  const pinger = setInterval(
    () => pingAll(open.keys(), alive),
    options.pingMs ?? limits.socketPingMs,
  )
  pinger.unref()

  const count = (network: string, change: 1 | -1) => {
    add(perNetwork, network, change)
    options.onCount?.(change)
  }
  const accept = (socket: WebSocket, request: IncomingMessage, network: string) => {
    open.set(socket, options.connect(socket, request))
    count(network, 1)
    alive.add(socket)
    socket.on("pong", () => alive.add(socket))
    socket.on("error", (error) => container.log.debug({ err: error }, "socket error"))
    socket.on("close", () => {
      open.delete(socket)
      count(network, -1)
    })
  }
  return {
    upgrade: (request, socket, head) => {
      if (request.url?.split("?", 1)[0] !== options.path) return false
      const network = networkOf(factsOf(request).ip)
      if (options.isForOwnPages && !isOwnRequest(request, container.ownOrigins))
        refuse(socket, "403 Forbidden")
      else if ((perNetwork.get(network) ?? 0) >= maxPerNetwork)
        refuse(socket, "429 Too Many Requests", ["Retry-After: 60"])
      else server.handleUpgrade(request, socket, head, (ws) => accept(ws, request, network))
      return true
    },
    connections: () => open.values(),
    close: () => {
      clearInterval(pinger)
      server.close()
    },
  }
}

/** A connection that somebody's session holds open. */
export interface SessionConnection {
  /** Whether it is one of these sessions. */
  isOf(sessionIds: readonly unknown[]): boolean
  /** Closes itself when its person may not be there any more. */
  recheck(): Promise<unknown>
}

/** Has connections looked at again whose sessions ended. Gives what stops it. */
export function followSessions(
  container: Container,
  connections: () => Iterable<SessionConnection>,
): Promise<() => Promise<void>> {
  return container.pubsub.subscribe(sessionsTopic, (message) => {
    const ended = sessionIdsOf(message)
    for (const connection of connections()) if (connection.isOf(ended)) void connection.recheck()
  })
}

function sessionIdsOf(message: unknown): readonly unknown[] {
  if (typeof message !== "object" || message === null || !("sessionIds" in message)) return []
  return Array.isArray(message.sessionIds) ? message.sessionIds : []
}

function add(counts: Map<string, number>, name: string, change: 1 | -1): void {
  const now = (counts.get(name) ?? 0) + change
  if (now > 0) counts.set(name, now)
  else counts.delete(name)
}

function pingAll(sockets: Iterable<WebSocket>, alive: WeakSet<WebSocket>): void {
  for (const socket of sockets) {
    if (!alive.has(socket)) socket.terminate()
    alive.delete(socket)
    socket.ping()
  }
}

function refuse(socket: Duplex, status: string, headers: readonly string[] = []): void {
  const lines = [`HTTP/1.1 ${status}`, "Connection: close", ...headers, "Content-Length: 0"]
  socket.end(`${lines.join("\r\n")}\r\n\r\n`)
}
