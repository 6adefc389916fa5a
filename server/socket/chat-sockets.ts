import { closeCodes } from "#catalog/events.ts"
import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { factsOf } from "#server/http/request-facts.ts"
import { ChatConnection } from "./chat-connection.ts"
import { openSocketDoor, type SocketDoor } from "./socket-door.ts"

/** The live chats of this process. */
export interface ChatSockets extends Pick<SocketDoor<unknown>, "upgrade"> {
  /** Says goodbye to everyone; clients come back by themselves and miss nothing. */
  close(): void
}

/** Builds the end of /ws/chat that is ours: any page may open it that a bot may be embedded in. */
export function createChatSockets(
  container: Container,
  pingMs: number = limits.socketPingMs,
): ChatSockets {
  const door = openSocketDoor(container, {
    path: "/ws/chat",
    maxFrameBytes: limits.socketFrameBytes,
    pingMs,
    isForOwnPages: false,
    connect: (socket, request) => {
      const context = { container, ...factsOf(request) }
      return new ChatConnection(socket, context, request.headers.origin ?? null)
    },
    onCount: (change) => container.metrics.sockets.inc(change),
  })
  return {
    upgrade: door.upgrade,
    close: () => {
      for (const connection of door.connections())
        connection.close(closeCodes.stopping, "the server is stopping")
      door.close()
    },
  }
}
